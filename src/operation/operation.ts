/** The verbs: everything that a revision can do to a schema, as data. */

import type { Column, Computed, Default, Identity } from '../schema/column.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { CountingChange } from '../schema/counting.ts';
import type { Name } from '../schema/name.ts';
import type { EnumType, Extension, Grant, Routine, Sequence, Trigger, View } from '../schema/objects.ts';
import type { Partition, Table } from '../schema/table.ts';
import type { Index, Storage } from '../schema/table-index.ts';

/** Only what changes is present; null takes the thing away. */
export interface ColumnChange {
  /** With `autoIncrement` where the column no longer counts by itself, or does so again. */
  readonly type?: Pick<Column, 'type' | 'sqlType' | 'unsigned' | 'unread'> & Partial<Pick<Column, 'autoIncrement'>>;
  /** PostgreSQL: how the old value becomes one of the new type, as SQL. */
  readonly using?: string;
  readonly nullable?: boolean;
  readonly default?: Default | null;
  readonly comment?: string | null;
  readonly collation?: string | null;
  readonly identity?: Identity | null;
  readonly computed?: Computed | null;
  readonly onUpdate?: string | null;
}

/** Which constraint to drop: by kind and, unless it is a nameless primary key, by name. */
export interface ConstraintTarget {
  readonly kind: Constraint['kind'];
  readonly name?: string;
}

/** `ifExists` and `ifNotExists` are asked of the database when the script runs. */
interface IfExists {
  readonly ifExists?: boolean;
}
/** Why it is all right that rows or values are lost, in the revision's words. */
interface DataLoss {
  readonly dataLoss?: string;
}
interface IfNotExists {
  readonly ifNotExists?: boolean;
}

type TableOperation =
  | { readonly kind: 'createTable'; readonly table: Table; readonly ifNotExists: boolean }
  | ({
      readonly kind: 'dropTable';
      readonly table: Name;
      readonly ifExists: boolean;
      readonly cascade?: boolean;
    } & DataLoss)
  | { readonly kind: 'renameTable'; readonly table: Name; readonly to: string }
  | { readonly kind: 'commentTable'; readonly table: Name; readonly comment: string | null }
  | {
      readonly kind: 'alterTable';
      readonly table: Name;
      readonly options: Storage;
      /** Options that nobody says any more. */
      readonly resets?: readonly string[];
    }
  | { readonly kind: 'addPartition'; readonly table: Name; readonly partition: Partition }
  | ({ readonly kind: 'dropPartition'; readonly table: Name; readonly partition: string } & DataLoss);

/** MySQL and MariaDB: where a column stands among the others. */
export type Position = 'first' | { readonly after: string };

type ColumnOperation =
  | ({
      readonly kind: 'addColumn';
      readonly table: Name;
      readonly column: Column;
      /** The last, unless it is said. */
      readonly position?: Position;
      /** Of one that numbers itself: what the table was called when its key was made that comes back with it. */
      readonly keyMadeFor?: string;
    } & IfNotExists)
  | ({ readonly kind: 'dropColumn'; readonly table: Name; readonly column: string } & IfExists & DataLoss)
  | {
      readonly kind: 'renameColumn';
      readonly table: Name;
      readonly column: string;
      readonly to: string;
      /** What reads it follows by the database's own means, and how it reads then is the database's affair. */
      readonly followed?: true;
    }
  | ({
      readonly kind: 'alterColumn';
      readonly table: Name;
      readonly column: string;
      readonly change: ColumnChange;
      /** Where it stood, unless it is said. */
      readonly position?: Position;
    } & DataLoss);

type KeyOperation =
  | { readonly kind: 'addConstraint'; readonly table: Name; readonly constraint: Constraint }
  | ({ readonly kind: 'dropConstraint'; readonly table: Name; readonly constraint: ConstraintTarget } & IfExists)
  | { readonly kind: 'renameConstraint'; readonly table: Name; readonly constraint: string; readonly to: string }
  | { readonly kind: 'validateConstraint'; readonly table: Name; readonly constraint: string }
  | ({ readonly kind: 'createIndex'; readonly table: Name; readonly index: Index } & IfNotExists)
  | ({
      readonly kind: 'dropIndex';
      readonly table: Name;
      readonly index: string;
      readonly concurrently?: boolean;
    } & IfExists)
  | { readonly kind: 'renameIndex'; readonly table: Name; readonly index: string; readonly to: string };

type ObjectOperation =
  | ({ readonly kind: 'createSchema'; readonly schema: string; readonly authorization?: string } & IfNotExists)
  | ({ readonly kind: 'dropSchema'; readonly schema: string; readonly cascade?: boolean } & IfExists & DataLoss)
  | ({ readonly kind: 'createSequence'; readonly sequence: Sequence } & IfNotExists)
  | {
      readonly kind: 'alterSequence';
      readonly sequence: Name;
      readonly change: CountingChange & { readonly restart?: string };
    }
  | { readonly kind: 'renameSequence'; readonly sequence: Name; readonly to: string }
  | ({ readonly kind: 'dropSequence'; readonly sequence: Name } & IfExists)
  | { readonly kind: 'createView'; readonly view: View; readonly replace: boolean }
  | ({ readonly kind: 'dropView'; readonly view: Name; readonly materialized: boolean } & IfExists)
  | { readonly kind: 'refreshView'; readonly view: Name; readonly concurrently: boolean }
  | { readonly kind: 'createRoutine'; readonly routine: Routine; readonly replace: boolean }
  | ({ readonly kind: 'dropRoutine'; readonly routine: Pick<Routine, 'kind' | 'name' | 'arguments'> } & IfExists)
  | { readonly kind: 'createTrigger'; readonly trigger: Trigger; readonly replace: boolean }
  | ({ readonly kind: 'dropTrigger'; readonly trigger: string; readonly table: Name } & IfExists)
  | ({ readonly kind: 'createExtension'; readonly extension: Extension } & IfNotExists)
  | ({ readonly kind: 'dropExtension'; readonly extension: string; readonly cascade?: boolean } & IfExists)
  | { readonly kind: 'grant'; readonly grant: Grant }
  | { readonly kind: 'revoke'; readonly grant: Grant };

type EnumOperation =
  | { readonly kind: 'createEnum'; readonly type: EnumType }
  /** At the end unless a neighbour is named. */
  | {
      readonly kind: 'addEnumValue';
      readonly type: Name;
      readonly value: string;
      readonly before?: string;
      readonly after?: string;
    }
  | { readonly kind: 'renameEnumValue'; readonly type: Name; readonly value: string; readonly to: string }
  | { readonly kind: 'dropEnumValue'; readonly type: Name; readonly value: string }
  | { readonly kind: 'renameEnum'; readonly type: Name; readonly to: string }
  | ({ readonly kind: 'dropEnum'; readonly type: Name } & IfExists);

type DataOperation =
  /** `rows` counts them; their values live in the statements, so that a million of them cost no memory. */
  | { readonly kind: 'insert'; readonly table: Name; readonly columns: readonly string[]; readonly rows: number }
  /** A data statement that knex compiled: what it does in one line. */
  | {
      readonly kind: 'data';
      readonly verb: 'insert' | 'update' | 'delete';
      readonly table: Name;
      /** The columns that an update writes, where they are known. */
      readonly sets?: readonly string[];
      /** Which rows are meant hangs on columns of theirs. */
      readonly reads?: true;
      /** All rows go at once, for which there is a right of its own. */
      readonly empties?: true;
    }
  /** `does` says what it does to the schema; without it that is unknown. */
  | { readonly kind: 'raw'; readonly sql: string; readonly does?: readonly Operation[] }
  /** Something of knex that is written down faithfully but not understood; `what` names it. */
  | { readonly kind: 'unread'; readonly what: string }
  /** An operation that a plugin registered: its sentence, and what it does to the schema. */
  | {
      readonly kind: 'custom';
      readonly name: string;
      readonly says: string;
      readonly does: readonly Operation[];
      /** What takes it back, where that is not `does` taken back. */
      readonly undo?: readonly Operation[];
    };

export type Operation =
  | TableOperation
  | ColumnOperation
  | KeyOperation
  | ObjectOperation
  | EnumOperation
  | DataOperation;

export type Kind = Operation['kind'];
export type Of<K extends Kind> = Extract<Operation, { kind: K }>;
