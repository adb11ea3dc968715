/** SQL Server: what lets others write stands in no transaction, whose locks would not. */

import { expect, test } from 'vitest';
import { sqlcmd } from '../../../src/dialect/client/sqlcmd.ts';
import { mssql } from '../../../src/dialect/mssql.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import type { Index } from '../../../src/schema/table-index.ts';
import { scriptText } from '../../../src/script/script-text.ts';
import { parseScript } from '../../grammars/script.ts';
import { recordingOf, schema, scriptOf } from '../script/made.ts';
import { lower } from './lower-cases.ts';

const table = { name: 'users' };
const index = (more: Partial<Index>): Operation => ({
  kind: 'createIndex',
  table,
  index: { name: 'i', columns: ['age'], unique: false, ...more },
});
const rebuild = (options: Index['storage'] & object): Operation => ({ kind: 'alterTable', table, options });

test.each([
  index({ online: true }),
  index({ storage: { online: 'on', resumable: true } }),
  index({ storage: { online: 'on (wait_at_low_priority (max_duration = 1, abort_after_wait = self))' } }),
  rebuild({ data_compression: 'page', online: true }),
])('is a step of its own', (operation) => {
  expect(lower('mssql', operation)?.map(({ transactional }) => transactional)).toEqual([false]);
});

test.each([index({}), index({ storage: { online: false, fillfactor: 70 } }), rebuild({ data_compression: 'page' })])(
  'nothing else is',
  (operation) => {
    expect(lower('mssql', operation)?.map(({ transactional }) => transactional)).toEqual([true]);
  },
);

test('its batch opens no transaction', () => {
  const statements = [schema('alter table users add b int'), ...(lower('mssql', index({ online: true })) ?? [])];
  const recording = recordingOf({ id: 'b2', before: ['a1'], after: ['b2'], statements });
  const script = [...scriptText(scriptOf(mssql, sqlcmd, [recording]))].join('');
  const batch = script.split(/^GO\n/m).find((one) => one.includes('ONLINE = ON'));
  expect(batch).toContain('BEGIN TRY\n');
  expect(batch).not.toContain('BEGIN TRANSACTION');
  expect(parseScript('sqlcmd', script)).toEqual([]);
});
