import { expect, test } from 'vitest';
import { cockroachdb } from '../../../src/dialect/cockroachdb.ts';
import { mariadb } from '../../../src/dialect/mariadb.ts';
import { postgresql } from '../../../src/dialect/postgresql.ts';
import { compose, composeStamp, composeVersionTable } from '../../../src/script/compose.ts';
import { data, frameOf, type Made, outside, recordingOf } from './made.ts';

const kinds = (made: Made, dialect = postgresql): readonly string[] => {
  const recordings = [recordingOf(made)];
  return compose(recordings, frameOf(recordings), dialect).map(({ part }) => part);
};
const step = (statements: Made['statements']): Made => ({
  id: 'b2',
  before: ['a1'],
  after: ['b2'],
  statements: statements!,
});
const around = (...parts: readonly string[]) => [
  'open',
  'admit',
  'versionTable',
  'comment',
  'enter',
  ...parts,
  'leave',
  'close',
];

test('a revision is one transaction, and the version moves in it', () => {
  expect(kinds(step(['x', data('y')]))).toEqual(around('begin', 'statement', 'statement', 'move', 'commit'));
  expect(kinds(step([]))).toEqual(around('begin', 'move', 'commit'));
});

test('what no transaction may enclose stands between transactions, and the version moves in the last one', () => {
  expect(kinds(step(['x', outside('y'), outside('y2'), 'z']))).toEqual(
    around(
      ...['begin', 'register', 'statement', 'commit'],
      ...['outside', 'statement', 'outside', 'statement'],
      ...['begin', 'statement', 'move', 'commit'],
    ),
  );
  expect(kinds(step([outside('y')]))).toEqual(around('register', 'outside', 'statement', 'begin', 'move', 'commit'));
  expect(kinds(step(['x', outside('y')]))).toEqual(
    around('begin', 'register', 'statement', 'commit', 'outside', 'statement', 'begin', 'move', 'commit'),
  );
});

test('a revision is done at its last commit only', () => {
  const recordings = [recordingOf(step(['x', outside('y')]))];
  const commits = compose(recordings, frameOf(recordings), postgresql).filter(({ part }) => part === 'commit');
  const at = (step: number) => expect.objectContaining({ revision: 'b2', place: 0, step, steps: 3 });
  expect(commits).toEqual([
    { part: 'commit', entry: at(1), moved: false },
    { part: 'commit', entry: at(3), moved: true },
  ]);
});

test('where schema changes commit themselves each is a step, and rows share one', () => {
  const raw = { ...data('update r set a = 1'), sort: 'raw' } as const;
  expect(kinds(step(['x', outside('y'), data('z'), raw, 'v']), mariadb)).toEqual(
    around(
      ...['register', 'outside', 'statement', 'outside', 'statement'],
      ...['begin', 'statement', 'statement', 'commit'],
      ...['outside', 'statement', 'begin', 'move', 'commit'],
    ),
  );
  expect(kinds(step([data('z'), raw]), mariadb)).toEqual(around('begin', 'statement', 'statement', 'move', 'commit'));
});

test('where a schema change shows at its commit, rows wait for the next transaction', () => {
  const raw = { ...data('r'), sort: 'raw' } as const;
  expect(kinds(step(['x', 'x2', data('y'), raw, 'z', outside('o'), raw, 'z2']), cockroachdb)).toEqual(
    around(
      ...['begin', 'register', 'statement', 'statement', 'commit'],
      ...['begin', 'statement', 'statement', 'statement', 'commit'],
      ...['outside', 'statement'],
      ...['begin', 'statement', 'statement', 'move', 'commit'],
    ),
  );
  expect(kinds(step([data('y'), 'x']), cockroachdb)).toEqual(
    around('begin', 'statement', 'statement', 'move', 'commit'),
  );
  const recordings = [recordingOf(step(['x', data('y')]))];
  const begun = compose(recordings, frameOf(recordings), cockroachdb).filter(({ part }) => part === 'begin');
  expect(begun.map((part) => 'entry' in part && part.entry.step)).toEqual([1, 2]);
  expect(begun).toEqual(Array(2).fill(expect.objectContaining({ part: 'begin', expected: ['a1'] })));
});

test('what CockroachDB finishes after COMMIT has a transaction of its own, and the version rows another', () => {
  const key = 'alter table "b" add constraint "b_a" foreign key ("a_id") references "a" ("id")';
  expect(
    kinds(step(['create table "a" ()', 'create table "b" ()', key, 'alter table "b" rename to "c"']), cockroachdb),
  ).toEqual(
    around(
      ...['begin', 'register', 'statement', 'statement', 'commit'],
      ...['begin', 'statement', 'commit'],
      ...['begin', 'statement', 'move', 'commit'],
    ),
  );
  const alone = around('begin', 'register', 'statement', 'commit', 'begin', 'move', 'commit');
  for (const sql of [
    key,
    'alter table if exists "s"."a b" drop column "x"',
    'alter table "a" alter column "x" set not null',
    '-- by hand\ncreate unique index "i" on "a" ("x")',
    'drop index "a"@"i" cascade',
    `alter type "mood" add value 'calm'`,
  ])
    expect(kinds(step([sql]), cockroachdb), sql).toEqual(alone);
  const whole = around('begin', 'statement', 'move', 'commit');
  for (const sql of [
    'alter table "add drop" rename to "x"',
    'alter table "a" alter column "x" set default 1',
    'drop table "a"',
  ])
    expect(kinds(step([sql]), cockroachdb), sql).toEqual(whole);
  expect(kinds(step([key]), postgresql)).toEqual(whole);
});

test('rows move by set differences', () => {
  const recordings = [recordingOf({ id: 'm', before: ['a', 'b', 'c'], after: ['c', 'm'] })];
  expect(compose(recordings, frameOf(recordings), postgresql)).toContainEqual({
    part: 'move',
    entry: expect.objectContaining({ revision: 'm', direction: 'up', step: 1, steps: 1 }),
    message: '',
    remove: ['a', 'b'],
    add: ['m'],
    leaves: ['c', 'm'],
  });
});

test('a statement says what it does and where it was written', () => {
  const part = compose([recordingOf(step(['x']))], frameOf([]), postgresql).find((one) => one.part === 'statement');
  expect(part).toMatchObject({ says: ['step 1 (revisions/b2.ts:7)'] });
});

test('a revision without statements here says so', () => {
  const comment = (made: Made) => {
    const recordings = [recordingOf(made)];
    return compose(recordings, frameOf(recordings), mariadb).find(({ part }) => part === 'comment');
  };
  const words = 'It changes nothing on MariaDB but the version rows.';
  expect(comment(step([]))).toMatchObject({ lines: expect.arrayContaining([words]) });
  expect(comment(step(['x']))).not.toMatchObject({ lines: expect.arrayContaining([words]) });
});

test('a stamp moves rows only, and ensure-version expects nothing', () => {
  const parts = composeStamp(frameOf([], { from: ['a'], to: ['b', 'c'] }));
  expect(parts.map(({ part }) => part)).toEqual([
    'open',
    'admit',
    'versionTable',
    'enter',
    'begin',
    'move',
    'commit',
    'leave',
    'close',
  ]);
  expect(composeVersionTable().map(({ part }) => part)).toEqual(['open', 'versionTable', 'close']);
});

test('a loss is counted again by the step that loses, where others ran before it', () => {
  const check = (loss: boolean) => ({ loss, count: 'SELECT 1', noun: 'rows', of: 't' });
  const preconditions = [
    { at: undefined, by: 0, check: check(true), reads: [] },
    { at: undefined, by: 1, check: check(true), reads: [] },
    { at: undefined, by: 1, check: check(false), reads: [] },
  ];
  const counted = (made: Made, dialect: typeof postgresql) => {
    const recordings = [{ ...recordingOf(made), preconditions }];
    return compose(recordings, frameOf(recordings), dialect).flatMap((part) =>
      part.part === 'check' ? [[part.entry.step, part.checks.length]] : [],
    );
  };
  expect(counted(step(['x', 'y']), postgresql)).toEqual([[1, 3]]);
  expect(counted(step([outside('x'), 'y']), postgresql)).toEqual([
    [1, 3],
    [2, 1],
  ]);
  expect(counted(step(['x', 'y']), mariadb)).toEqual([
    [1, 3],
    [2, 1],
  ]);
});
