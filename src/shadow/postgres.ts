/** A database of its own on a server of PostgreSQL or CockroachDB. https://node-postgres.com */

import type { Client, Result } from 'pg';
import { importPeer } from '../peer.ts';
import { occupied, shadowName, unreachable } from './address.ts';
import { beginning, namesTypes } from './postgres-types.ts';
import { readers, readText } from './postgres-values.ts';
import type { Answer, Shadow } from './shadow.ts';

type Connect = (address: URL) => Promise<Client>;

export async function openPostgres(address: URL, schema: string | undefined): Promise<Shadow> {
  const pg = await importPeer(() => import('pg'), 'pg', 'a shadow on a server');
  const connect: Connect = async ({ href }) => {
    const types = { getTypeParser: (type: number) => readers[type] ?? readText };
    const client = new pg.Client({ connectionString: href, types });
    client.on('error', () => {}); // a lost connection is told by the next statement
    await client.connect();
    return client;
  };
  const keeper = await keep(connect, address);
  try {
    return await openIn(keeper, connect, address, schema);
  } catch (error) {
    await keeper.end();
    throw unreachable(error);
  }
}

/** Any number that nobody else uses. */
const lock = 7_064_120_513;

/** It stays, so that no other run takes the database for one that was left behind. */
async function keep(connect: Connect, address: URL): Promise<Client> {
  const near = new URL(address);
  if (near.pathname.length < 2) near.pathname = '/postgres';
  const keeper = await connect(near).catch((error: unknown) => {
    throw unreachable(error);
  });
  const { rows } = lastOf(await keeper.query(`SELECT pg_try_advisory_lock(${lock}) AS had`));
  if (rows[0]?.had === true) return keeper;
  await keeper.end();
  throw occupied(shadowName(address));
}

async function openIn(keeper: Client, connect: Connect, address: URL, schema: string | undefined): Promise<Shadow> {
  const name = shadowName(address);
  await keeper.query(`DROP DATABASE IF EXISTS "${name}"`);
  await keeper.query(`CREATE DATABASE "${name}"`);
  const own = new URL(address);
  own.pathname = `/${name}`;
  const client = await connect(own);
  try {
    const version = await begin(client, schema);
    return {
      title: titleOf(version),
      send: answersOf(client),
      close: async () => {
        await client.end();
        await keeper.query(`DROP DATABASE "${name}"`).catch(() => {}); // the next run drops what stays
        await keeper.end();
      },
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function begin(client: Client, schema: string | undefined): Promise<string> {
  for (const sql of beginning(schema)) await client.query(sql);
  const { rows } = lastOf(await client.query('SELECT version() AS version'));
  return String(rows[0]?.version);
}

function answersOf(client: Client): Shadow['send'] {
  const fieldsOf = namesTypes(async (sql) => lastOf(await client.query(sql)).rows);
  return async (sql): Promise<Answer> => {
    const { command, rowCount, rows, fields } = lastOf(await client.query(sql));
    return { fields: await fieldsOf(fields), rows, count: touching.has(command) ? (rowCount ?? 0) : 0 };
  };
}

const touching: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY']);

function lastOf(result: Result | readonly Result[]): Result {
  return 'rows' in result ? result : result.at(-1)!;
}

/** `PostgreSQL 15.3 (Debian …) on …`, `CockroachDB CCL v23.1.11 (…)` */
function titleOf(version: string): string {
  return version.replace(/^(\w+)(?: CCL| OSS)? v?([\d.]+).*$/s, '$1 $2');
}
