/** The row by which scripts for Oracle run one at a time: taken before anything is read, kept to the end, freed there and where the script is refused. */

import { expect, test } from 'vitest';
import { sqlplus } from '../../../src/dialect/client/sqlplus.ts';
import { oracle } from '../../../src/dialect/oracle.ts';
import { scriptText } from '../../../src/script/script-text.ts';
import { splitSqlplus } from '../../clients/sqlplus.ts';
import { data, recordingOf, scriptOf } from './made.ts';

const recordings = [
  recordingOf({
    id: 'a1',
    before: [],
    after: ['a1'],
    statements: ['create table t (a number)', data('delete from t')],
  }),
  recordingOf({ id: 'b2', before: ['a1'], after: ['b2'] }),
];
const script = scriptOf(oracle, sqlplus, recordings);

function blocksOf(kind: 'revisions' | 'stamp' | 'ensure-version'): readonly string[] {
  const { pieces, faults } = splitSqlplus([...scriptText({ ...script, kind })].join(''));
  expect(faults).toEqual([]);
  return pieces.map(({ sql }) => sql).filter((sql) => /\bBEGIN\b/.test(sql));
}

const takes = /LOCK TABLE migrator_version_ledger IN EXCLUSIVE MODE NOWAIT/;
const freesAll = /^ {2}DELETE FROM migrator_version_ledger;$/m;
const keepsLock = /DELETE FROM migrator_version_ledger WHERE NOT direction = 'lock'/;

test.each(['revisions', 'stamp'] as const)(
  '%s: the guard takes it before it reads, the last block frees it',
  (kind) => {
    const blocks = blocksOf(kind);
    const guard = blocks.find((sql) => takes.test(sql))!;
    expect(guard.search(takes)).toBeLessThan(guard.search(/FROM migrator_version\]/));
    expect(guard).toMatch(/IS_SESSION_ALIVE\(migrator_holder\)[\s\S]*another session is running a script/);
    const [, handler = ''] = guard.split(/\nEXCEPTION WHEN OTHERS THEN\n {2}ROLLBACK;\n/);
    expect(handler).toMatch(/IF migrator_holder = DBMS_SESSION.UNIQUE_SESSION_ID THEN\n.*DELETE FROM .* 'lock'/);
    expect(blocks.filter((sql) => takes.test(sql))).toHaveLength(2);
    expect(blocks.filter((sql) => freesAll.test(sql))).toEqual([blocks.at(-1)]);
    const deleting = blocks.slice(0, -1).filter((sql) => /^ *DELETE FROM migrator_version_ledger/m.test(sql));
    expect(deleting.length).toBeGreaterThan(0);
    for (const sql of deleting) expect(sql).toMatch(keepsLock);
  },
);

test('a script that only makes the version table leaves no row', () => {
  expect(blocksOf('ensure-version').at(-1)).toMatch(/DELETE FROM migrator_version_ledger WHERE direction = 'lock'/);
});
