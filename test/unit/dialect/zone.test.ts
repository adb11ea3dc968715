/** What is said where a type change gives a zone to moments that have none. */

import { expect, test } from 'vitest';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { recordedAfter } from '../recorder/recorded.ts';

async function saidOf(dialect: DialectName, upgrade: (op: Op) => void): Promise<string> {
  const { changes } = await recordedAfter(dialect, [upgrade]);
  return changes
    .at(-1)!
    .statements.map(({ says }) => says)
    .join('\n');
}

const types: readonly (readonly [DialectName, from: string, to: string])[] = [
  ['mssql', 'datetime2', 'datetimeoffset'],
  ['postgresql', 'timestamp', 'timestamptz'],
  ['cockroachdb', 'timestamp', 'timestamptz'],
  ['mysql', 'datetime', 'timestamp'],
  ['mariadb', 'datetime', 'timestamp'],
];

test.each(types)('%s: %s becomes %s', async (dialect, from, to) => {
  const changed = (was: string, next: string) => (op: Op) => {
    op.createTable('a', (t) => void t.specificType('x', was));
    op.alterColumn('a', 'x', { type: (t, name) => t.specificType(name, next) });
  };
  const words = 'its values, which have no zone, are taken for UTC';
  expect(await saidOf(dialect, changed(from, to))).toContain(`; ${words}`);
  expect(await saidOf(dialect, changed(to, from))).not.toContain(words);
  expect(await saidOf(dialect, changed('date', to))).not.toContain(words);
});

const asUtc = 'its values, which every session sees in its own zone, are kept as they are in UTC';
const asShown = 'its values keep the time that they show, and lose how far it is from UTC';

test.each<readonly [DialectName, from: string, to: string, words: string]>([
  ['mssql', 'datetimeoffset', 'datetime2', asShown],
  ['postgresql', 'timestamptz', 'timestamp', asUtc],
  ['cockroachdb', 'timestamptz', 'timestamp', asUtc],
  ['mysql', 'timestamp', 'datetime(3)', asUtc],
  ['mariadb', 'timestamp', 'datetime(3)', asUtc],
])('%s: %s becomes %s', async (dialect, from, to, words) => {
  const changed = (was: string, next: string) => (op: Op) => {
    op.createTable('a', (t) => void t.specificType('x', was));
    op.alterColumn('a', 'x', { type: (t, name) => t.specificType(name, next) });
  };
  expect(await saidOf(dialect, changed(from, to))).toContain(`; ${words}`);
  expect(await saidOf(dialect, changed(from, `${from}(3)`))).not.toContain('UTC');
  expect(await saidOf(dialect, changed(from, 'date'))).not.toContain('UTC');
});
