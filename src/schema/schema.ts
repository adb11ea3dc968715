/** A database as replay knows it, without asking one. */

import type { Place } from '../errors.ts';
import type { Name } from './name.ts';
import type { Table } from './table.ts';
import { findTable, noTables, type Tables } from './tables.ts';

/** Raw SQL whose effect on the schema is not known. */
export interface Unread {
  readonly sql: string;
  readonly place?: Place;
}

export interface Schema {
  readonly tables: Tables;
  readonly unread: readonly Unread[];
}

export const emptySchema: Schema = { tables: noTables, unread: [] };

export function tableOf(schema: Schema, name: Name): Table | undefined {
  return findTable(schema.tables, name);
}
