/** What is known of the column that a value is for. */

import type { Column } from '../schema/column.ts';
import type { ColumnKind } from './column-kind.ts';

/** The column's kind (undefined: the column is not known) and the column. */
export interface Target {
  readonly kind: ColumnKind | undefined;
  readonly column: Column | undefined;
  /** Who hears of what the database will round; without one it is refused. */
  readonly rounds?: Rounds | undefined;
}

export type Rounds = (says: string, column: Column) => void;
