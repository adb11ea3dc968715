/** The rows of a world, as it expects them and as a database has them. */

import type { Database } from '../../engines/engine.ts';
import { quoted } from './move.ts';
import { type Column, type Sort, sorts, type Table, type Tested, type Value, type World } from './world.ts';

/** From `<table>.<row>.<column>`, each by the number that it keeps under every name. */
export type Cells = ReadonlyMap<string, string>;

function shown(value: Value, { family }: Sort): string {
  if (value === null) return 'NULL';
  if (family === 'boolean') return ['t', 'true', '1'].includes(String(value)) ? 'true' : 'false';
  return family === 'decimal' ? String(Number(value)) : String(value);
}

const kept = ({ columns }: Table): readonly Column[] => columns.filter(({ computed }) => computed === undefined);

export function expectedCells({ tables }: World): Cells {
  return new Map(
    tables.flatMap((table) =>
      table.rows.flatMap((row) => {
        const key = row.get(table.columns[0]!.id);
        return kept(table).map((column): [string, string] => [
          `${table.id}.${key}.${column.id}`,
          shown(row.get(column.id) ?? null, sorts[column.sort]),
        ]);
      }),
    ),
  );
}

/** Engines let a query have so many parts. */
const mostParts = 100;

export async function foundCells(
  database: Database,
  dialect: Tested,
  worlds: readonly World[],
): Promise<readonly Cells[]> {
  const ofMysql = dialect === 'mysql' || dialect === 'mariadb';
  const quote = (name: string): string => quoted(name, { dialect });
  const text = (name: string): string => `cast(${name} as ${ofMysql ? 'char' : 'text'})`;
  const parts = worlds.flatMap(({ tables }, at) =>
    tables.flatMap((table) =>
      kept(table).map((column) => {
        const key = quote(table.columns[0]!.name);
        return {
          at,
          table,
          column,
          sql: `select '${at}', '${table.id}.', ${text(key)}, '${column.id}', ${text(quote(column.name))} from ${quote(table.name)}`,
        };
      }),
    ),
  );
  const cells = worlds.map(() => new Map<string, string>());
  for (let from = 0; from < parts.length; from += mostParts) {
    const some = parts.slice(from, from + mostParts);
    const rows = await database.query(some.map(({ sql }) => sql).join(' union all '));
    for (const [at, table, key, id, value] of rows) {
      const column = some.find((part) => part.at === Number(at) && part.column.id === Number(id))!.column;
      cells[Number(at)]!.set(`${table}${key}.${id}`, shown(value ?? null, sorts[column.sort]));
    }
  }
  return cells;
}
