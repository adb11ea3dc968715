/** What of a table calls a function, and so keeps it as it is (message 3729). */

import { type Name, showName } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';

const texts = /N?'(?:[^']|'')*'/g;

function calls(sql: string, { name }: Name): boolean {
  const called = name.replace(/[^\w]/g, '\\$&');
  return new RegExp(`(?:^|[^\\w@#$])(?:${called}|\\[${called}\\])\\s*\\(`, 'i').test(sql.replace(texts, ''));
}

function holderIn(table: Table, name: Name): string | undefined {
  const own = showName(table.name);
  for (const { name: column, computed, default: given } of table.columns) {
    if (calls(computed?.expression ?? '', name)) return `column ${own}.${column}`;
    if (given?.kind === 'sql' && calls(given.sql, name)) return `default of ${own}.${column}`;
  }
  const check = table.constraints.find((key) => key.kind === 'check' && calls(key.expression, name));
  return check && `check ${check.name === undefined ? 'of' : `${check.name} of`} ${own}`;
}

/** `check c of t`, `column t.c` or `default of t.c`; undefined where nothing calls it. */
export function callerOf({ tables }: Schema, name: Name): string | undefined {
  for (const [, table] of entries(tables)) {
    const holder = holderIn(table, name);
    if (holder !== undefined) return holder;
  }
  return undefined;
}
