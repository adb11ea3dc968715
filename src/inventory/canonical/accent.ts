/** What an engine makes of what it is told, as far as two spellings of one thing differ by it. */

import type { Column } from '../../schema/column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { GrantTarget } from '../../schema/objects.ts';
import type { Partitioning, Table } from '../../schema/table.ts';
import type { Storage } from '../../schema/table-index.ts';
import type { Usual } from '../inventory.ts';
import type { Expression } from '../sql/expression.ts';
import type { Habits } from '../sql/settle.ts';
import type { Lexis } from '../sql/tokens.ts';

/** What the values of a type are compared as. */
export type Family =
  | 'number'
  | 'double'
  | 'single'
  | 'text'
  | 'boolean'
  | 'moment'
  | 'time'
  | 'span'
  | 'json'
  | 'uuid'
  | 'other';

export interface Accent {
  readonly lexis: Lexis;
  readonly habits: Omit<Habits, 'own'>;
  /** The type in one spelling, with what belongs to it: signs, lengths that are usual. */
  type(column: Pick<Column, 'sqlType' | 'unsigned' | 'type'>): string;
  /** Of a type as `type` spells it. */
  family(type: string): Family;
  /** What the catalog can tell of a value of the type, where that is less than all of it. */
  readonly told?: (value: Expression, type: string) => Expression;
  /** The column is numbered by itself because of how its type was asked for. */
  numbered(column: Column): boolean;
  /** Whether a column that is to be numbered is so in this table: MySQL stops when no key begins with it. */
  numbers(table: Table, column: string): boolean;
  /** knex writes the values of an enum as a check beside the type: always, or unless a type of its own is asked for. */
  readonly checksEnums: 'always' | 'unless native' | 'never';
  /** The collation of a column, unless it is that of its table. Left out: what it says, in lower case. */
  readonly collation?: (column: Column, ofTable: string | undefined, usual: Usual) => string | undefined;
  /** The engine calls a constraint so when nobody does. */
  inventedName(constraint: Constraint, table: Table): boolean;
  /** A unique constraint is a unique index and nothing else. */
  readonly uniqueIsIndex: boolean;
  /** The engine keeps comments on tables and columns. */
  readonly comments: boolean;
  /** An action that is the same as none. */
  readonly noAction: readonly string[];
  /** The engine indexes a foreign key's columns by itself, under the key's name. */
  readonly indexesForeignKeys: boolean;
  /** NULLs stand first in an ascending index or last, where the engine lets that be said. */
  readonly nullsLast: boolean;
  /** Lower case: such an index is what the engine makes when no method is named. */
  usualMethod(method: string): boolean;
  options(options: Storage, usual: Usual): Storage;
  /** What is said of how an index is stored can be read back. */
  readonly tellsIndexStorage: boolean;
  /** Columns that number themselves have no sequence that could be described. */
  readonly identityIsNumbering: boolean;
  /** How a sequence ends and is cached when that is not said. */
  readonly sequence: { readonly most: string; readonly cache: string };
  /** The partitions that the engine makes where only their number is said, or nothing. */
  readonly partitions?: (said: Partitioning) => Partitioning;
  /** Code as tokens with a space between them, with the types in one spelling. */
  code(tokens: string): string;
  /** Who has a right. */
  role(name: string): string;
  /** The rights that `all` means. */
  readonly everyPrivilege: { readonly [K in GrantTarget]?: readonly string[] };
}
