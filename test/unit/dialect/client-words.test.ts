/** What a refusal tells the DBA to do next, in scripts that go on where they stopped and in those that cannot, and in tools that commit and those that do not. */

import { expect, test } from 'vitest';
import { versionRows } from '../../../src/dialect/client/book.ts';
import { hintOf } from '../../../src/dialect/client/check-words.ts';
import { plainMssql } from '../../../src/dialect/client/plain-mssql.ts';
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

test('nothing but a way back asks SQL Server for the context of a session', () => {
  const script = (direction: Made['direction']) => {
    const made: Made = { id: 'a1', before: [], after: ['a1'], ...(direction === undefined ? {} : { direction }) };
    return [
      ...scriptText(
        scriptOf(mssql, sqlcmd, [recordingOf(made)], { serverVersion: '2016', log: { name: 'migrator_version_log' } }),
      ),
    ].join('');
  };
  expect(script('up')).toContain('INSERT INTO [migrator_version_log]');
  expect(script('up')).not.toContain('SESSION_CONTEXT');
  expect(script('down')).toContain('SESSION_CONTEXT');
});

test.each([
  ['2016', "EXEC sp_set_session_context N'migrator_accept_loss', N'off';", 'SESSION_CONTEXT('],
  ['2014', 'CREATE TABLE #migrator_accept_loss_off (', "OBJECT_ID(N'tempdb..#migrator_accept_loss_on') IS NOT NULL"],
])('the switch of SQL Server %s', (serverVersion, line, asks) => {
  const made: Made = { id: 'a1', before: [], after: ['a1'], direction: 'down' };
  const recordings = [recordingOf(made)];
  const frame = frameOf(recordings, { serverVersion, log: { name: 'migrator_version_log' } });
  const [open = ''] = [...sqlcmd.spell.open({ part: 'open', guarded: true, lossSwitch: true }, frame)];
  expect(open).toContain(line);
  expect(open.includes('sp_set_session_context')).toBe(serverVersion === '2016');
  const script = [...scriptText(scriptOf(mssql, sqlcmd, recordings, frame))].join('');
  expect(script).toContain(`CASE WHEN ${asks}`);
});

test.each([
  [sqlcmd, 5000, 'SET XACT_ABORT OFF;\nSET LOCK_TIMEOUT -1;\nGO\n'],
  [sqlcmd, undefined, 'SET XACT_ABORT OFF;\nGO\n'],
  [plainMssql, 5000, "');\nSET XACT_ABORT OFF;\nSET LOCK_TIMEOUT -1;\n"],
] as const)('a session of SQL Server gets its settings back at the end', (client, lock, ending) => {
  const recordings = [recordingOf({ id: 'a1', before: [], after: ['a1'] })];
  const waits = lock === undefined ? {} : { lock };
  const script = [...scriptText(scriptOf(mssql, client, recordings, { waits }))].join('');
  expect(script.endsWith(ending), script.slice(-300)).toBe(true);
});
