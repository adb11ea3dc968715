/** Rows, raw SQL, and what is written down without being understood. */

import { showName } from '../schema/name.ts';
import type { View } from '../schema/objects.ts';
import { find, put, type Registry, remove } from '../schema/registry.ts';
import { firstWords, type Schema } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Operation } from './operation.ts';
import { requireTable, type Verb } from './verb.ts';

export type DataKind = 'insert' | 'data' | 'raw' | 'unread' | 'custom';

const inWords = { insert: 'insert into', update: 'update', delete: 'delete from' } as const;

/** Statements that leave the schema as it is, whatever else they do. */
export const dataOnly: RegExp = /^\s*(?:insert|update|delete|merge|select|set|comment|grant|revoke|analyze|vacuum)\b/i;

const changesTable =
  /\b(?:alter|drop|rename)\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?((?:["`[]?[\w$]+["`\]]?\.)?["`[]?[\w$]+["`\]]?)/gi;

/** A table that raw SQL has changed is not what the history remembers any more. */
function forgetAltered(tables: Registry<Table>, sql: string): Registry<Table> {
  return [...sql.matchAll(changesTable)].reduce((left, [, written = '']) => {
    const [name = '', schema] = written
      .replace(/["`[\]]/g, '')
      .split('.')
      .reverse();
    const bare = remove(left, name);
    return schema === undefined ? bare : remove(bare, showName({ schema, name }));
  }, tables);
}

const changesView =
  /^\s*(?:comment\s+on|alter)\s+(?:materialized\s+)?view\s+(?:if\s+exists\s+)?((?:["`[]?[^".`\][\s]+["`\]]?\.)?["`[]?[^".`\][\s]+["`\]]?)/i;

/** What raw SQL says of a view beside its query goes when the view is made anew. */
function tellsMore(views: Registry<View>, sql: string): Registry<View> {
  const [, written = ''] = changesView.exec(sql) ?? [];
  const key = written.replace(/["`[\]]/g, '');
  const view = find(views, key);
  return view === undefined ? views : put(views, key, { ...view, more: firstWords(sql) });
}

/** `applyAll` does what an operation says that it does; it is handed in, because every verb stands above this one. */
export function dataVerbs(applyAll: (operations: readonly Operation[], schema: Schema) => Schema): {
  readonly [K in DataKind]: Verb<K>;
} {
  return {
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
      apply(op, schema) {
        const views = tellsMore(schema.views, op.sql);
        const told = views === schema.views ? schema : { ...schema, views };
        if (op.does !== undefined) return applyAll(op.does, told);
        if (dataOnly.test(op.sql)) return told;
        return { ...told, tables: forgetAltered(schema.tables, op.sql), unread: [...schema.unread, { sql: op.sql }] };
      },
    },
    unread: {
      describe: (op) => op.what,
      apply: (op, schema) => ({ ...schema, unread: [...schema.unread, { sql: op.what }] }),
    },
    custom: {
      describe: (op) => op.says,
      apply: (op, schema) => applyAll(op.does, schema),
    },
  };
}
