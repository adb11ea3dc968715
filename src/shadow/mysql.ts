/** A database of its own on a server of MySQL or MariaDB. https://sidorares.github.io/node-mysql2 */

import type { Connection, FieldPacket, ResultSetHeader } from 'mysql2/promise';
import { tokensOf } from '../dialect/tokens.ts';
import { importPeer } from '../peer.ts';
import { occupied, shadowName, unreachable } from './address.ts';
import { typeOf } from './mysql-types.ts';
import type { Answer, Shadow } from './shadow.ts';

type Row = Readonly<Record<string, unknown>>;

/** `mode`: the sql_mode under which scripts run. */
export async function openMysql(address: URL, mode: string): Promise<Shadow> {
  const { createConnection } = await importPeer(() => import('mysql2/promise'), 'mysql2', 'a shadow on a server');
  const socketPath = address.searchParams.get('socketPath');
  const connection = await createConnection({
    host: address.hostname || 'localhost',
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    ...(address.port === '' ? {} : { port: Number(address.port) }),
    ...(socketPath === null ? {} : { socketPath }),
    multipleStatements: true,
    timezone: 'Z',
    // The driver would set IGNORE_SPACE, which the server keeps with every routine.
    flags: ['-IGNORE_SPACE'],
  }).catch((error: unknown) => {
    throw unreachable(error);
  });
  connection.on('error', () => {}); // a lost connection is told by the next statement
  const name = shadowName(address);
  try {
    await hold(connection, name);
    return await openIn(connection, name, mode);
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

/** While the session lives no other run takes the database for one that was left behind. */
async function hold(connection: Connection, name: string): Promise<void> {
  const [rows] = await connection.query(`SELECT GET_LOCK('${name}', 0) AS had`);
  if (Number((rows as Row[])[0]?.had) !== 1) throw occupied(name);
}

async function openIn(connection: Connection, name: string, mode: string): Promise<Shadow> {
  try {
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.query(`CREATE DATABASE \`${name}\``);
    await connection.query(`USE \`${name}\``);
  } catch (error) {
    throw unreachable(error);
  }
  await connection.query(
    `SET NAMES utf8mb4; SET SESSION sql_mode = '${mode}'; SET SESSION default_storage_engine = InnoDB;` +
      "SET SESSION time_zone = '+00:00'; SET SESSION group_concat_max_len = 65535",
  );
  const [rows] = await connection.query('SELECT VERSION() AS version');
  return {
    title: titleOf(String((rows as Row[])[0]?.version)),
    send: async (sql) => answerOf(...(await connection.query(withoutTail(sql)))),
    close: async () => {
      await connection.query(`DROP DATABASE \`${name}\``).catch(() => {}); // the next run drops what stays
      await connection.query(`DO RELEASE_LOCK('${name}')`).catch(() => {}); // the server notes a lost session later
      connection.destroy();
    },
  };
}

/** The server answers what follows the last semicolon, even where that is a comment. */
function withoutTail(sql: string): string {
  const tokens = tokensOf(sql, 'mysql');
  const last = tokens?.findLastIndex(({ text }) => text !== ';' && !comment.test(text));
  if (tokens === undefined || last === undefined) return sql;
  return tokens
    .slice(0, last + 1)
    .map(({ gap, text }) => gap + text)
    .join('');
}

/** Not the kind that is run: https://dev.mysql.com/doc/refman/8.0/en/comments.html */
const comment = /^(?:--(?:\s|$)|#|\/\*(?!M?!))/;

/** Several statements, and a call, give lists of both. */
function answerOf(result: unknown, fields: unknown): Answer {
  const isSeveral = Array.isArray(fields) && fields.every((one) => one === undefined || Array.isArray(one));
  const [last, shape] = isSeveral ? [(result as unknown[]).at(-1), fields.at(-1)] : [result, fields];
  if (Array.isArray(last)) {
    const named = (shape as FieldPacket[]).map((field) => ({ name: field.name, type: typeOf(field) }));
    return { fields: named, rows: last as Row[], count: 0 };
  }
  const { affectedRows, insertId } = last as ResultSetHeader;
  return { fields: [], rows: [], count: affectedRows, ...(insertId === 0 ? {} : { insertId }) };
}

/** `10.11.6-MariaDB-0+deb12u1`, `8.0.36` */
function titleOf(version: string): string {
  return `${version.includes('MariaDB') ? 'MariaDB' : 'MySQL'} ${version.split('-', 1)[0]}`;
}
