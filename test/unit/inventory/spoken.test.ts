/** What is still known for certain after raw SQL. */

import { describe, expect, test } from 'vitest';
import { settled } from '../../../src/inventory/survey/spoken.ts';
import { entries, nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';

const table = (name: string, more: Partial<Table> = {}): Table => ({
  name: { name },
  columns: [],
  constraints: [],
  indexes: [],
  ...more,
});

const index = { name: 'by_number', columns: ['number'], unique: false };
const toOrders = {
  kind: 'foreign',
  name: 'fk',
  columns: ['order_id'],
  references: { table: { name: 'orders' }, columns: ['id'] },
} as const;

const tables = [table('orders'), table('items', { constraints: [toOrders] }), table('bills', { indexes: [index] })];

function schemaAfter(...sql: readonly string[]): Schema {
  const registry = tables.reduce((all, one) => put(all, one.name.name, one), nothing as Schema['tables']);
  return { ...emptySchema, tables: registry, unread: sql.map((text) => ({ sql: text })) };
}

const known = (schema: Schema) => entries(settled(schema).schema.tables).map(([name]) => name);

describe('after raw SQL', () => {
  test('that there was none of, everything is known', () => {
    expect(known(schemaAfter())).toEqual(['bills', 'items', 'orders']);
    expect(settled(schemaAfter()).open).toBe(false);
  });

  test.each([
    ['a table by its name', 'CREATE TRIGGER t ON Orders …', ['bills', 'items']],
    ['a table by its index', 'drop index by_number', ['items', 'orders']],
    ['another table', 'create table other (id integer)', ['bills', 'items', 'orders']],
    ['a trigger that calls a function', 'create trigger t on bills execute function f()', ['items', 'orders']],
    ['rows, behind a comment', '/* now */ -- then\nupdate orders set n = 1', ['bills', 'items', 'orders']],
    ['whatever a block does', 'do $$ begin execute x; end $$', []],
    ['whatever a procedure does', 'call f()', []],
    ['whatever depends on what it drops', 'drop table other cascade', []],
  ])('that spoke of %s', (_, sql, left) => {
    expect(known(schemaAfter(sql))).toEqual(left);
  });

  test('a key that refers to a doubtful table is doubtful', () => {
    const { schema, doubtful, open } = settled(schemaAfter('create index i on orders (id)'));
    expect(doubtful).toEqual(['orders']);
    expect(open).toBe(true);
    expect(entries(schema.tables).flatMap(([, { constraints }]) => constraints)).toEqual([]);
  });
});
