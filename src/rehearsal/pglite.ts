/** PostgreSQL in this process. https://pglite.dev */

import { importPeer } from '../peer.ts';
import { loadExtensions } from '../shadow/pglite-extensions.ts';
import { type Engine, listedNames } from './engine.ts';
import { runPsql } from './psql.ts';

const catalogQuery = (ownTables: readonly string[]): string => `
SELECT line FROM (
  SELECT format('column %s.%s.%s %s %s %s', table_schema, table_name, column_name, data_type, is_nullable, column_default) AS line, table_name
  FROM information_schema.columns
  UNION ALL
  SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), conrelid::regclass::text
  FROM pg_constraint WHERE conrelid <> 0
  UNION ALL
  SELECT format('index %s', indexdef), tablename FROM pg_indexes
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
) AS lines
WHERE line !~ '^(column|constraint) (pg_catalog|information_schema|pg_)' AND table_name NOT IN (${listedNames(ownTables)})
ORDER BY line COLLATE "C"`;

export async function openPglite(): Promise<Engine> {
  const { PGlite } = await importPeer(() => import('@electric-sql/pglite'), '@electric-sql/pglite', 'rehearsing');
  const database = await PGlite.create({ extensions: await loadExtensions() });
  const rowsOf = async (sql: string) => (await database.query<Record<string, unknown>>(sql)).rows;
  const send = async (sql: string) => {
    const { rows = [], affectedRows = 0 } = (await database.exec(sql)).at(-1) ?? {};
    return { rows, count: affectedRows };
  };
  const [version] = await rowsOf('SHOW server_version');
  return {
    title: `PostgreSQL ${String(version?.server_version)} (embedded)`,
    run: async (script, acceptLoss) => {
      const outcome = await runPsql(script, send, {
        ON_ERROR_STOP: 'on',
        ...(acceptLoss ? { accept_loss: 'on' } : {}),
      });
      await database.exec('ROLLBACK; RESET ALL');
      return outcome;
    },
    versions: async (table, column) =>
      (await rowsOf(`SELECT ${column} AS version FROM ${table}`)).map(({ version: row }) => String(row)).sort(),
    catalog: async (ownTables) => (await rowsOf(catalogQuery(ownTables))).map((row) => String(row.line)).join('\n'),
    close: () => database.close(),
  };
}
