/** MariaDB: a server of one's own from the binaries of this computer, driven by the mariadb client. */
import { join } from 'node:path';
import { findProgram, startTool, versionOf } from './client-tool.ts';
import type { Engine, Find } from './engine.ts';
import { mariadbCatalog } from './mariadb-catalog.ts';
import { type Door, doorArguments, mysqlDatabase } from './mysql-database.ts';
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
  const doorOf = ({ folder }: Lair): Door => ({
    client,
    folder,
    socket: join(folder, 'mariadb.sock'),
    catalog: mariadbCatalog,
  });
  const begin = async () => {
    const lair = makeLair('mariadb', 'KILL');
    const fresh = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
    // As root the servers' user cannot write the file that the script leaves: prepare runs it as that user.
    prepare(
      install,
      [
        '--no-defaults',
        `--datadir=${join(lair.folder, 'data')}`,
        `--tmpdir=${lair.folder}`,
        '--innodb-log-file-size=8M',
        ...fresh,
      ],
      lair.folder,
    );
    await launch(lair);
    return lair;
  };
  const launch = (lair: Lair) =>
    lair.launch(program, settings(lair.folder), async () => {
      const { done } = startTool(client, { args: [...doorArguments(doorOf(lair)), '-e', 'SELECT 1'] });
      return (await done).status === 0;
    });
  return {
    name: 'mariadb',
    dialect: 'mariadb',
    version: versionOf(program),
    client: 'mariadb',
    async createDatabase() {
      server ??= begin();
      const door = doorOf(await server);
      const name = `case_${++databases}`;
      await mysqlDatabase(door, 'mysql').query(`CREATE DATABASE ${name}`);
      return mysqlDatabase(door, name);
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
