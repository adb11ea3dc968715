/** A database as replay knows it, without asking one. */

import type { Place } from '../errors.ts';
import { type Name, showName } from './name.ts';
import type { Table } from './table.ts';

/** Raw SQL whose effect on the schema is not known. */
export interface Unread {
  readonly sql: string;
  readonly place?: Place;
}

export interface Schema {
  /** By `showName`. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly unread: readonly Unread[];
}

export const emptySchema: Schema = { tables: new Map(), unread: [] };

export function tableOf(schema: Schema, name: Name): Table | undefined {
  return schema.tables.get(showName(name));
}
