/** What a script for SQL Server counts and says, read by the grammar. */
import { expect, test } from 'vitest';
import { spellCheck } from '../../../src/dialect/check.ts';
import { plainMssql } from '../../../src/dialect/client/plain-mssql.ts';
import { sqlcmd } from '../../../src/dialect/client/sqlcmd.ts';
import { mssql } from '../../../src/dialect/mssql.ts';
import { scriptText } from '../../../src/script/script-text.ts';
import { parseScript } from '../../grammars/script.ts';
import { data, type Made, recordingOf, scriptOf } from '../script/made.ts';

const made: Made = {
  id: 'c3',
  before: ['a1', 'b2'],
  after: ['c3'],
  statements: [{ ...data('delete from a'), expectRows: { min: 1 } }],
};
const written = (client = sqlcmd): string => [...scriptText(scriptOf(mssql, client, [recordingOf(made)]))].join('');

test('the heads that were found are joined in one query, and not row by row in a variable', () => {
  const script = written();
  expect(script).not.toMatch(/(@\w+) = COALESCE\(\1/);
  expect(script.match(/FOR XML PATH\(N'+\), TYPE\)\.value\(/g)).toHaveLength(4);
  expect(parseScript('sqlcmd', script)).toEqual([]);
});

test('more rows than an int holds are counted', () => {
  const table = { name: { name: 'a' }, columns: [], constraints: [], indexes: [] };
  const [rows] = spellCheck({ counts: 'rows', table: table.name, columns: undefined }, table, mssql);
  const [twice] = spellCheck({ counts: 'duplicates', table: table.name, columns: ['b'], parts: ['b'] }, table, mssql);
  expect(rows?.count).toBe('SELECT COUNT_BIG(*) FROM [a]');
  expect(twice?.count).toMatch(/^SELECT COUNT_BIG\(\*\) .* HAVING COUNT_BIG\(\*\) > 1\)/);
  const script = written();
  expect(script).toContain('@migrator_moved bigint = 0');
  expect(script).toContain('CASE WHEN NOT (ROWCOUNT_BIG() >= 1)');
});

test('the lock is freed in SQL alone, too, when the session was closed by a failure', () => {
  const last = written(plainMssql)
    .split(/^EXEC\(/m)
    .at(-1);
  expect(last).toMatch(/^N' {2}DECLARE @migrator_lock [^;]*;\nWHILE APPLOCK_MODE\(/);
});
