/** PostgreSQL in this process. https://pglite.dev */

import type { Extensions } from '@electric-sql/pglite';
import { importPeer } from '../peer.ts';
import { beginning, namesTypes } from './postgres-types.ts';
import { readers } from './postgres-values.ts';
import type { Answer, Shadow } from './shadow.ts';

/** Each is a file that comes with the engine; all of them together cost a tenth of a start. https://pglite.dev/extensions/ */
const extensionNames = [
  'amcheck',
  'bloom',
  'btree_gin',
  'btree_gist',
  'citext',
  'cube',
  'dict_int',
  'dict_xsyn',
  'earthdistance',
  'file_fdw',
  'fuzzystrmatch',
  'hstore',
  'intarray',
  'isn',
  'lo',
  'ltree',
  'moddatetime',
  'pageinspect',
  'pg_buffercache',
  'pg_freespacemap',
  'pg_stat_statements',
  'pg_surgery',
  'pg_trgm',
  'pg_visibility',
  'pg_walinspect',
  'pgcrypto',
  'seg',
  'tablefunc',
  'tcn',
  'tsm_system_rows',
  'tsm_system_time',
  'unaccent',
  'uuid_ossp',
] as const;

export async function openPglite(schema: string | undefined): Promise<Shadow> {
  const { PGlite } = await importPeer(() => import('@electric-sql/pglite'), '@electric-sql/pglite', 'a shadow');
  const database = await PGlite.create({ extensions: await loadExtensions() });
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

/** An older engine brings fewer. */
async function loadExtensions(): Promise<Extensions> {
  const loaded = extensionNames.map(async (name) => {
    try {
      const module: Extensions = await import(`@electric-sql/pglite/contrib/${name}`);
      return [name, module[name]!] as const;
    } catch {
      return undefined;
    }
  });
  return Object.fromEntries((await Promise.all(loaded)).filter((one) => one !== undefined));
}
