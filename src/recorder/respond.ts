/** Hands knex what the usual driver would have, and lets it make of it what it makes of a database's answer. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Answer } from '../shadow/shadow.ts';
import type { Compiled, KnexClient } from './knex-shapes.ts';
import type { Question } from './question.ts';

type Driver = NonNullable<Dialect['driver']>;

/** What knex keeps of a query beside its SQL. */
export interface Asked extends Compiled {
  readonly method?: string;
  readonly returning?: unknown;
  readonly pluck?: unknown;
}

const firstWord = (sql: string): string => /\w+/.exec(sql)?.[0].toUpperCase() ?? '';

const tags: Readonly<Record<string, string>> = { insert: 'INSERT', update: 'UPDATE', del: 'DELETE' };

/** PostgreSQL's tag of a query, which knex goes by. */
function commandOf({ sql, method = '' }: Asked, { fields }: Answer): string {
  if (method !== 'raw') return tags[method] ?? 'SELECT';
  const word = firstWord(sql);
  return word === 'WITH' && fields.length > 0 ? 'SELECT' : word;
}

const responses: Readonly<Record<Driver, (answer: Answer, asked: Asked) => object>> = {
  /** https://node-postgres.com/apis/result */
  pg: (answer, asked) => {
    const { rows, fields, count } = answer;
    const rowCount = rows.length > 0 ? rows.length : count;
    const told = fields.map(({ name }) => ({ name }));
    return { response: { command: commandOf(asked, answer), rowCount, oid: null, rows, fields: told } };
  },
  /** https://sidorares.github.io/node-mysql2/docs */
  mysql2: ({ rows, fields, count, insertId = 0 }) => {
    const header = { fieldCount: 0, affectedRows: count, insertId, info: '', serverStatus: 2, warningStatus: 0 };
    const told = fields.map(({ name }) => ({ name }));
    return { response: fields.length > 0 ? [rows, told] : [{ ...header, changedRows: count }, undefined] };
  },
  /** https://github.com/TryGhost/node-sqlite3/wiki/API */
  sqlite3: ({ rows, count, insertId = 0 }) => ({
    response: rows,
    context: { lastID: insertId, changes: count },
  }),
};

/** Where nobody knows what the driver would have said: the rows, as knex's own words take them. */
export function respondPlainly({ rows, count }: Answer, { method, pluck }: Asked, kind: Question['kind']): unknown {
  if (kind !== 'read') return count;
  if (method === 'first') return rows[0];
  return method === 'pluck' ? rows.map((row) => row[String(pluck)]) : rows;
}

interface Responding extends KnexClient {
  processResponse(asked: object, runner: object): unknown;
  postProcessResponse(response: unknown, context: unknown): unknown;
}

/** What the awaited call comes to. */
export function respond(
  answer: Answer,
  asked: Asked,
  client: KnexClient,
  driver: Driver,
  builder: { queryContext?(): unknown },
): unknown {
  const knows = client as Responding;
  const processed = knows.processResponse({ ...asked, ...responses[driver](answer, asked) }, { client, builder });
  return knows.postProcessResponse(processed, builder.queryContext?.());
}
