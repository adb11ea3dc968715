/** Enums that columns make for themselves come and go with them, however many tables there are. */

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import { entries } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';

const mood = (type: string): Column => ({
  name: 'mood',
  type: { name: 'enu', args: [['sad', 'happy'], { useNative: true, enumName: type }] },
  sqlType: `"${type}"`,
  nullable: true,
  autoIncrement: false,
  unsigned: false,
});
const note: Column = { ...mood('note'), name: 'note', type: { name: 'text', args: [] }, sqlType: 'text' };
const create = (table: string, ...columns: readonly Column[]): Operation => ({
  kind: 'createTable',
  table: { name: { name: table }, columns, constraints: [], indexes: [] },
  ifNotExists: false,
});
const after = (...operations: readonly Operation[]): Schema =>
  operations.reduce((schema, operation) => apply(operation, schema), emptySchema);
const enumsOf = (schema: Schema): readonly string[] => entries(schema.enums).map(([name]) => name);

const [one, two] = [create('one', mood('mood'), note), create('two', mood('mood'), note)];
const drop = (table: string): Operation => ({ kind: 'dropTable', table: { name: table }, ifExists: false });
const dropMood = (table: string): Operation => ({ kind: 'dropColumn', table: { name: table }, column: 'mood' });

test.each([
  ['it stays while another table has it', [one, two, drop('one')], ['mood']],
  ['it goes with the last table', [one, two, drop('one'), drop('two')], []],
  ['it goes with the last column', [one, two, drop('one'), dropMood('two')], []],
  ['it stays while its column does', [one, { ...drop('one'), ifExists: true, table: { name: 'none' } }], ['mood']],
  [
    'it goes where raw SQL took its table away',
    [one, { kind: 'raw', sql: 'alter table one add column more int' }, create('three', note)],
    [],
  ],
] as readonly [string, readonly Operation[], readonly string[]][])('%s', (_, operations, left) => {
  expect(enumsOf(after(...operations))).toEqual(left);
});

test('another table with an enum of its own costs as much as the first', { timeout: 5000 }, () => {
  const tables = Array.from({ length: 600 }, (_, n) => create(`table_${n}`, mood(`mood_${n}`)));
  expect(enumsOf(after(...tables))).toHaveLength(600);
});
