/** PostgreSQL in this process. https://pglite.dev */

import { startPglite } from './pglite-start.ts';
import { beginning, namesTypes } from './postgres-types.ts';
import { readers } from './postgres-values.ts';
import type { Answer, Shadow } from './shadow.ts';

export async function openPglite(schema: string | undefined): Promise<Shadow> {
  const database = await startPglite();
  database.parsers = { ...readers };
  const exec = async (sql: string) => database.exec(sql);
  const rowsOf = async (sql: string) => (await exec(sql)).at(-1)?.rows ?? [];
  const fieldsOf = namesTypes(rowsOf);
  for (const sql of beginning(schema)) await exec(sql);
  const [version] = await rowsOf('SHOW server_version');
  return {
    title: `PostgreSQL ${String(version?.server_version)} (embedded)`,
    send: async (sql): Promise<Answer> => {
      const results = await exec(sql);
      const last = results.at(-1);
      if (last === undefined) return { fields: [], rows: [], count: 0 };
      // each result counts what came before it, too
      const count = (last.affectedRows ?? 0) - (results.at(-2)?.affectedRows ?? 0);
      return { fields: await fieldsOf(last.fields), rows: last.rows, count };
    },
    close: () => database.close(),
  };
}
