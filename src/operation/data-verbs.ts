/** Rows, raw SQL, and what is written down without being understood. */

import { showName } from '../schema/name.ts';
import { requireTable, type Verb } from './verb.ts';

type DataKind = 'insert' | 'data' | 'raw' | 'unread';

const inWords = { insert: 'insert into', update: 'update', delete: 'delete from' } as const;

/** Statements that leave the schema as it is, whatever else they do. */
const dataOnly = /^\s*(?:insert|update|delete|merge|select|set|comment|grant|revoke|analyze|vacuum)\b/i;

/** The first words of a statement, on one line. */
function firstWords(sql: string): string {
  const line = sql.trim().replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}...`;
}

export const dataVerbs: { readonly [K in DataKind]: Verb<K> } = {
  insert: {
    describe: (op) => `insert ${op.rows === 1 ? '1 row' : `${op.rows} rows`} into ${showName(op.table)}`,
    apply: (op, schema) => requireTable(schema, op.table),
  },
  data: {
    describe: (op) => `${inWords[op.verb]} ${showName(op.table)}`,
    apply: (op, schema) => requireTable(schema, op.table),
  },
  raw: {
    describe: (op) => `run SQL: ${firstWords(op.sql)}`,
    apply: (op, schema) =>
      dataOnly.test(op.sql) ? schema : { ...schema, unread: [...schema.unread, { sql: op.sql }] },
  },
  unread: {
    describe: (op) => op.what,
    apply: (op, schema) => ({ ...schema, unread: [...schema.unread, { sql: op.what }] }),
  },
};
