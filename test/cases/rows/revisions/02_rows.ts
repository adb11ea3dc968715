/**
 * Rows with every kind of value.
 *
 * Revision ID: row02
 * Revises: row01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'row02';
export const downRevision = 'row01';
export const branchLabels = null;
export const dependsOn = null;

/** The same columns in every row. */
const rows = [
  {
    id: 1,
    what: 'plain',
    price: '9.90',
    big: 9007199254740993n,
    on: true,
    day: '2026-02-28',
    at: new Date('2026-01-31T23:59:58.120Z'),
  },
  { id: 2, what: null, price: null, big: null, on: null, day: null, at: null },
  {
    id: 3,
    what: "it's",
    price: 0.1,
    big: -1,
    on: false,
    day: new Date('2024-02-29T00:00:00Z'),
    at: new Date('1970-01-01T00:00:00Z'),
  },
];

const hostile = [
  '\\ \\n \\\\',
  "'' \" ` [x] ]] {y}",
  'one\r\ntwo\nthree\rfour',
  'a\tb',
  '& &amp; &&name',
  '$(x) $$ $1 $migrator$',
  'before\nGO\nafter',
  'before\n/\nafter',
  'select 1;\nselect 2;',
  '\n.quit\n\\q\n!ls\n@file\n#x\n',
  '🎉 Zoë ß',
  'it ends with -',
  ':name ? ?? @p0',
  '100% %s',
  "'*/' /* --",
  ' spaces ',
  'DELIMITER //\n//\n',
  '{{#x}}{{/x}}',
];

async function* generated() {
  for (let id = 10; id < 13; id++) yield { id, a: `row ${id}`, b: id * 2 };
}

export async function upgrade(op: Op): Promise<void> {
  await op.bulkInsert('item', rows);
  await op.bulkInsert(
    'item',
    hostile.map((what, n) => ({ id: 100 + n, what })),
  );
  await op.bulkInsert('sparse', [
    { id: 1, a: 'x', b: 1 },
    { id: 2 },
    { b: 3, id: 3 },
    { id: 4, a: undefined, b: 4 },
    { id: 5, a: null, b: null },
  ]);
  await op.bulkInsert('sparse', generated());
  await op.bulkInsert('item', []);
}

export async function downgrade(op: Op): Promise<void> {
  await op.knex('sparse').del();
  await op.knex('item').where('id', '>=', 100).del();
  await op.knex('item').whereIn('id', [1, 2, 3]).del();
}
