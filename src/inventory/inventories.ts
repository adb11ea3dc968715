/** The list of engines whose catalog can be read. */

import type { DialectName } from '../dialect/names.ts';
import type { Inventory } from './inventory.ts';
import { mariadbInventory, mysqlInventory } from './mysql/mysql.ts';
import { postgresInventory } from './postgres/postgres.ts';
import { sqliteInventory } from './sqlite/sqlite.ts';

/** Databases that tell in their catalogs what a revision can say of them. */
export type Readable = Extract<DialectName, 'postgresql' | 'mysql' | 'mariadb' | 'sqlite'>;

export const inventories: { readonly [D in Readable]: Inventory } = {
  postgresql: postgresInventory,
  mysql: mysqlInventory,
  mariadb: mariadbInventory,
  sqlite: sqliteInventory,
};
