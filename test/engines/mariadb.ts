/** MariaDB: a server of one's own from the binaries of this computer, driven by the mariadb client. */
import { join } from 'node:path';
import { sortRows } from './catalog.ts';
import { findProgram, scriptSaver, startTool, versionOf } from './client-tool.ts';
import type { Database, Engine, Find, Manner, Query, Running } from './engine.ts';
import { mariadbCatalog } from './mariadb-catalog.ts';
import { account, type Lair, makeLair, prepare } from './server.ts';

export const findMariadb: Find = () => {
  const client = findProgram('mariadb', 'mysql');
  const server = findProgram('mariadbd');
  const install = findProgram('mariadb-install-db');
  if (client && server && install) return mariadbEngine(client, server, install);
  const get = 'apt-get install mariadb-server-core mariadb-client-core (or: brew install mariadb)';
  return { name: 'mariadb', missing: 'MariaDB and its client', get };
};

function mariadbEngine(client: string, program: string, install: string): Engine {
  let server: Promise<Lair> | undefined;
  let databases = 0;
  const begin = async () => {
    const lair = makeLair('mariadb', 'KILL');
    const fresh = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
    // As root the servers' user cannot write the file that the script leaves: prepare runs it as that user.
    prepare(
      install,
      ['--no-defaults', `--datadir=${join(lair.folder, 'data')}`, '--innodb-log-file-size=8M', ...fresh],
      lair.folder,
    );
    await launch(lair);
    return lair;
  };
  const launch = (lair: Lair) =>
    lair.launch(program, settings(lair.folder), async () => {
      const { done } = startTool(client, { args: [...door(lair.folder), '-e', 'SELECT 1'] });
      return (await done).status === 0;
    });
  return {
    name: 'mariadb',
    dialect: 'mariadb',
    version: versionOf(program),
    client: 'mariadb',
    async createDatabase() {
      server ??= begin();
      const { folder } = await server;
      const name = `case_${++databases}`;
      await mariadbDatabase(client, folder, 'mysql').query(`CREATE DATABASE ${name}`);
      return mariadbDatabase(client, folder, name);
    },
    async crash() {
      const lair = await server;
      if (!lair) return;
      await lair.kill();
      await launch(lair);
    },
    async stop() {
      const stopping = server;
      server = undefined;
      await (await stopping)?.remove();
    },
  };
}

function settings(folder: string): string[] {
  return [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 'mariadb.sock')}`,
    `--pid-file=${join(folder, 'mariadb.pid')}`,
    `--tmpdir=${folder}`,
    '--skip-networking',
    '--character-set-server=utf8mb4',
    '--skip-name-resolve',
    '--innodb-flush-log-at-trx-commit=2',
    '--innodb-flush-method=nosync',
    '--innodb-log-file-size=8M',
    '--innodb-buffer-pool-size=32M',
    '--sync-binlog=0',
    '--event-scheduler=OFF',
    ...(account ? [`--user=${account.uid}`] : []),
  ];
}

function door(folder: string): string[] {
  return [
    '--no-defaults',
    `--socket=${join(folder, 'mariadb.sock')}`,
    '--user=root',
    '--default-character-set=utf8mb4',
  ];
}

function mariadbDatabase(client: string, folder: string, name: string): Database {
  const start = (file: string, manner: Manner = {}): Running => {
    const goesOn = manner.strict === false ? ['--force'] : [];
    const args = [...door(folder), ...goesOn, ...(manner.args ?? [])];
    const env = manner.env ?? {};
    if (manner.by === 'command') return startTool(client, { args: [...args, '-e', `source ${file}`, name], env });
    return startTool(client, { args: [...args, name], env, stdin: { file } });
  };
  const query: Query = async (sql) => {
    const { status, stdout, stderr } = await startTool(client, {
      args: [...door(folder), '--xml', name],
      stdin: { text: sql },
    }).done;
    if (status !== 0) throw new Error(`${stderr.trim()}\n  in: ${sql}`);
    return rowsOf(stdout);
  };
  const save = scriptSaver(folder, name);
  const run: Database['run'] = (file, manner) => start(file, manner).done;
  return {
    name,
    knex: {
      client: 'mysql2',
      connection: { socketPath: join(folder, 'mariadb.sock'), user: 'root', database: name, charset: 'utf8mb4' },
    },
    start,
    run,
    save,
    runText: (script, manner) => run(save(script), manner),
    query,
    rows: async (table) => sortRows(await query(`SELECT * FROM ${table}`)),
    catalog: (look = {}) => mariadbCatalog(query, look),
  };
}

/** The client's XML, because its tab-separated form cannot tell NULL from the word. */
function rowsOf(xml: string): (string | null)[][] {
  const last = xml.split('<resultset').at(-1) ?? '';
  return last
    .split('<row>')
    .slice(1)
    .map((row) => {
      const fields = row.matchAll(/<field name="[^"]*"(?: xsi:nil="true" \/>|>([^<]*)<\/field>)/g);
      return [...fields].map(([, text]) => (text === undefined ? null : plain(text)));
    });
}

function plain(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
  );
}
