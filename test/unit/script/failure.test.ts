import { expect, test } from 'vitest';
import { cockroachdb } from '../../../src/dialect/cockroachdb.ts';
import type { Dialect } from '../../../src/dialect/dialect.ts';
import { mariadb } from '../../../src/dialect/mariadb.ts';
import { mysql } from '../../../src/dialect/mysql.ts';
import { postgresql } from '../../../src/dialect/postgresql.ts';
import { sqlite } from '../../../src/dialect/sqlite.ts';
import { compose } from '../../../src/script/compose.ts';
import { whatFailureLeaves } from '../../../src/script/failure.ts';
import { headerOf } from '../../../src/script/header.ts';
import { print } from '../../../src/script/print.ts';
import type { Script } from '../../../src/script/script.ts';
import { data, type Made, outside, recordingOf, scriptOf } from './made.ts';

const plain: Made = { id: 'a1', before: [], after: ['a1'], statements: ['create table t (id integer)'] };
const built: Made = {
  id: 'b2',
  before: ['a1'],
  after: ['b2'],
  statements: [outside('create unique index concurrently t_ix on t (id)')],
};
const filled: Made = {
  id: 'c3',
  before: ['b2'],
  after: ['c3'],
  statements: ['alter table t add c integer', data('update t')],
};

const script = (dialect: Dialect, ...made: readonly Made[]): Script =>
  scriptOf(dialect, dialect.clients[0]!, made.map(recordingOf));
const readme = (dialect: Dialect, ...made: readonly Made[]): string =>
  whatFailureLeaves(script(dialect, ...made)).join('\n');
const header = (dialect: Dialect, ...made: readonly Made[]): string => headerOf(script(dialect, ...made)).join('\n');

test('revisions that are one transaction are undone, and the header has nothing to add', () => {
  expect(readme(postgresql, plain, filled)).toBe(
    'Each revision is one transaction: when a statement fails, its revision is undone and those before it stay.\n' +
      'The same file run again goes on from there.',
  );
  expect(header(postgresql, plain)).not.toMatch(/transaction/);
});

test('a revision with a statement outside transactions is named, and goes on', () => {
  for (const words of [readme(postgresql, plain, built), header(postgresql, plain, built)]) {
    expect(words).toContain('Not one transaction: b2.');
    expect(words).toMatch(/run the\s+(?:-- )?same file again; it goes on there/);
  }
  expect(readme(postgresql, plain, built)).toContain('Each revision but those named below is one transaction');
  expect(readme(postgresql, built)).not.toContain('is one transaction:');
  expect(readme(sqlite, plain)).toContain('ask for a script that starts there');
  expect(readme(sqlite, { ...built, statements: [outside('vacuum')] })).toContain('Undo what it left by hand');
});

test('CockroachDB undoes no revision of which it finishes a part after COMMIT', () => {
  expect(readme(cockroachdb, plain)).toMatch(/its revision is undone/);
  expect(readme(cockroachdb, filled)).not.toMatch(/is undone/);
  expect(header(cockroachdb, plain, filled)).toContain('Not one transaction: c3.');
});

test('CockroachDB: a step is done when its COMMIT has succeeded, and one that was cut off before is asked about', () => {
  const { client, frame, recordings } = script(cockroachdb, filled);
  const text = [...print(compose(recordings, frame, cockroachdb), client, frame)].join('');
  const began = text.indexOf("SET step = 1, state = 'started'");
  const commit = text.indexOf('COMMIT;', began);
  expect(began).toBeGreaterThan(text.indexOf('alter table t add c integer'));
  expect(text.slice(commit)).toMatch(
    /^COMMIT;\n\\if :ERROR\n[^\\]*\\quit\n\\endif\nUPDATE [^;]* SET step = 1, state = 'done'/,
  );
  expect(text).toContain('step 1 of 2 of revision c3 was begun by an earlier run');
});

test('CockroachDB: whatever a role or a cluster sets, the session is the one that the script was written for', () => {
  const [psql, plainly] = cockroachdb.clients.map((client) => {
    const recordings = [recordingOf(filled)];
    const { frame } = scriptOf(cockroachdb, client, recordings);
    return [...print(compose(recordings, frame, cockroachdb), client, frame)].join('');
  });
  expect(psql).toContain(
    "SET sql_safe_updates = 'off';\nSET default_int_size = '8';\nSET default_transaction_isolation = 'serializable';\n",
  );
  expect(psql).toContain('RESET sql_safe_updates;\n');
  for (const name of ['sql_safe_updates', 'default_int_size', 'default_transaction_isolation'])
    expect(plainly).toMatch(new RegExp(`set_config\\('${name}', '\\w+', false\\)`));
});

test('MySQL and MariaDB: an account at a host with a long name has room in the log', () => {
  for (const dialect of [mysql, mariadb]) {
    const { client, frame, recordings } = script(dialect, plain);
    expect([...print(compose(recordings, frame, dialect), client, frame)].join('')).toContain(' LEFT(USER(), 128),');
  }
});

test('where every schema change commits, nothing is called a transaction', () => {
  expect(readme(mariadb, plain, built)).toMatch(/^MariaDB commits every schema change at once/);
  expect(header(mariadb, plain, built)).not.toContain('Not one transaction');
});
