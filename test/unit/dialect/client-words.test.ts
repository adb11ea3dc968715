/** What a refusal tells the DBA to do next, in scripts that go on where they stopped and in those that cannot, and in tools that commit and those that do not. */

import { expect, test } from 'vitest';
import { versionRows } from '../../../src/dialect/client/book.ts';
import { hintOf } from '../../../src/dialect/client/check-words.ts';
import { bookVoice as psql } from '../../../src/dialect/client/psql-words.ts';
import { sqlcmd } from '../../../src/dialect/client/sqlcmd.ts';
import { bookVoice as sqlplus } from '../../../src/dialect/client/sqlplus-words.ts';
import { mssql } from '../../../src/dialect/mssql.ts';
import { scriptText } from '../../../src/script/script-text.ts';
import { frameOf, type Made, recordingOf, scriptOf } from '../script/made.ts';

const loss = { noun: 'value', of: ' of item.note', loss: true, count: '1' };
const hint = (place: number, obeys: boolean, goesOn: boolean): string =>
  hintOf(
    loss,
    {
      part: 'check',
      entry: { revision: 'b2', place, direction: obeys ? 'down' : 'up', step: 1, steps: 1, digest: '0' },
      deed: 'revision b2',
      asked: 'migrator_1',
      checks: [loss],
      loses: [],
      outside: false,
      whole: true,
      obeys,
    },
    goesOn,
  );

const anew = 'ask for a script that starts where the database stands now';

test.each([true, false])('a loss with the switch %s names the way on where the file cannot be run again', (obeys) => {
  expect(hint(1, obeys, false)).toContain(anew);
  expect(hint(1, obeys, false)).toContain('Those before it stay done');
  for (const [place, goesOn] of [
    [0, false],
    [0, true],
    [1, true],
  ] as const)
    expect(hint(place, obeys, goesOn)).not.toContain(anew);
});

test('a revision that says why it may go makes another script', () => {
  expect(hint(0, false, true)).toContain("{ dataLoss: '...' }, and bundle anew from where the database stands");
});

test('what SQL*Plus is told to delete by hand waits for its COMMIT', () => {
  const book = {
    names: ['1_a.ts'],
    lock: { name: 'knex_migrations_lock' },
    tables: { migrations: [], lock: [] },
  };
  const frame = frameOf([recordingOf({ id: 'a1', before: [], after: ['a1'] })], { book });
  expect(versionRows(frame, sqlplus(frame), [])).toContain(`DELETE FROM ${frame.ledger.name}, and COMMIT'`);
  expect(versionRows(frame, psql, [])).toContain(`DELETE FROM ${frame.ledger.name}'`);
});

test('SQL Server before 2016 has no context of a session, and nothing but a way back asks for it', () => {
  const script = (direction: Made['direction']) => {
    const made: Made = { id: 'a1', before: [], after: ['a1'], ...(direction === undefined ? {} : { direction }) };
    return [
      ...scriptText(scriptOf(mssql, sqlcmd, [recordingOf(made)], { log: { name: 'migrator_version_log' } })),
    ].join('');
  };
  expect(script('up')).toContain('INSERT INTO [migrator_version_log]');
  expect(script('up')).not.toContain('SESSION_CONTEXT');
  expect(script('down')).toContain('SESSION_CONTEXT');
});
