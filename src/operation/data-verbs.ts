/** Rows, raw SQL, and what is written down without being understood. */

import { showName } from '../schema/name.ts';
import { removeTable, type Tables } from '../schema/tables.ts';
import { requireTable, type Verb } from './verb.ts';

type DataKind = 'insert' | 'data' | 'raw' | 'unread';

const inWords = { insert: 'insert into', update: 'update', delete: 'delete from' } as const;

/** Statements that leave the schema as it is, whatever else they do. */
const dataOnly = /^\s*(?:insert|update|delete|merge|select|set|comment|grant|revoke|analyze|vacuum)\b/i;

const changesTable =
  /\b(?:alter|drop|rename)\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?((?:["`[]?[\w$]+["`\]]?\.)?["`[]?[\w$]+["`\]]?)/gi;

/** A table that raw SQL has changed is not what the history remembers any more. */
function forgetAltered(tables: Tables, sql: string): Tables {
  return [...sql.matchAll(changesTable)].reduce((left, [, written = '']) => {
    const [name = '', schema] = written
      .replace(/["`[\]]/g, '')
      .split('.')
      .reverse();
    const bare = removeTable(left, { name });
    return schema === undefined ? bare : removeTable(bare, { schema, name });
  }, tables);
}

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
      dataOnly.test(op.sql)
        ? schema
        : { tables: forgetAltered(schema.tables, op.sql), unread: [...schema.unread, { sql: op.sql }] },
  },
  unread: {
    describe: (op) => op.what,
    apply: (op, schema) => ({ ...schema, unread: [...schema.unread, { sql: op.what }] }),
  },
};
