/** The verbs: everything that a revision can do to a schema, as data. */

import type { Name } from '../schema/name.ts';
import type { Column, Constraint, Default, Index, Table } from '../schema/table.ts';

/** Only what changes is present. `default: null` drops the default, `comment: null` drops the comment. */
export interface ColumnChange {
  readonly type?: Pick<Column, 'type' | 'sqlType' | 'unsigned'>;
  readonly nullable?: boolean;
  readonly default?: Default | null;
  readonly comment?: string | null;
}

/** Which constraint to drop: by kind and, unless it is a nameless primary key, by name. */
export interface ConstraintTarget {
  readonly kind: Constraint['kind'];
  readonly name?: string;
}

export type Operation =
  | { readonly kind: 'createTable'; readonly table: Table; readonly ifNotExists: boolean }
  | { readonly kind: 'dropTable'; readonly table: Name; readonly ifExists: boolean }
  | { readonly kind: 'renameTable'; readonly table: Name; readonly to: string }
  | { readonly kind: 'commentTable'; readonly table: Name; readonly comment: string | null }
  | { readonly kind: 'addColumn'; readonly table: Name; readonly column: Column }
  | { readonly kind: 'dropColumn'; readonly table: Name; readonly column: string }
  | { readonly kind: 'renameColumn'; readonly table: Name; readonly column: string; readonly to: string }
  | { readonly kind: 'alterColumn'; readonly table: Name; readonly column: string; readonly change: ColumnChange }
  | { readonly kind: 'addConstraint'; readonly table: Name; readonly constraint: Constraint }
  | { readonly kind: 'dropConstraint'; readonly table: Name; readonly constraint: ConstraintTarget }
  | { readonly kind: 'createIndex'; readonly table: Name; readonly index: Index }
  | { readonly kind: 'dropIndex'; readonly table: Name; readonly index: string; readonly concurrently?: boolean }
  /** `rows` counts them; their values live in the statements, so that a million of them cost no memory. */
  | { readonly kind: 'insert'; readonly table: Name; readonly columns: readonly string[]; readonly rows: number }
  /** A data statement that knex compiled: what it does in one line. */
  | { readonly kind: 'data'; readonly verb: 'insert' | 'update' | 'delete'; readonly table: Name }
  | { readonly kind: 'raw'; readonly sql: string }
  /** Something of knex that is written down faithfully but not understood; `what` names it. */
  | { readonly kind: 'unread'; readonly what: string };

export type Kind = Operation['kind'];
export type Of<K extends Kind> = Extract<Operation, { kind: K }>;
