import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle, type Contents } from '../../../src/bundle/bundle.ts';
import { bundleName } from '../../../src/bundle/bundle-name.ts';
import { instructions } from '../../../src/bundle/instructions.ts';
import { verifyBundle } from '../../../src/bundle/verify.ts';
import { writeBundle } from '../../../src/bundle/write.ts';
import { psql } from '../../../src/dialect/client/psql.ts';
import { sqlplus } from '../../../src/dialect/client/sqlplus.ts';
import { oracle } from '../../../src/dialect/oracle.ts';
import { postgresql } from '../../../src/dialect/postgresql.ts';
import { data, nothingAsked, recordingOf, scriptOf } from '../script/made.ts';

let parent: string;
beforeEach(() => {
  parent = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'out', 'main');
});
afterEach(() => rmSync(join(parent, '..', '..'), { recursive: true, force: true }));

const up = [
  recordingOf({
    id: 'a1',
    before: [],
    after: ['a1'],
    message: 'Create *the* | table',
    statements: ['create table t (id integer)'],
  }),
  recordingOf({
    id: 'b2',
    before: ['a1'],
    after: ['b2'],
    message: 'Ünïcode',
    statements: [data('insert into t\nvalues (1)')],
  }),
];
const down = [
  recordingOf({ id: 'b2', before: ['b2'], after: ['a1'], direction: 'down', statements: [data('delete from t')] }),
  recordingOf({ id: 'a1', before: ['a1'], after: [], direction: 'down', statements: ['drop table t'] }),
];
const contents: Contents = {
  target: 'main',
  up: scriptOf(postgresql, psql, up),
  down: scriptOf(postgresql, psql, down),
  preflight: nothingAsked,
};

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

test('holds what a DBA needs, and coreutils can check it', () => {
  const { folder } = writeBundle(bundle(contents), parent);
  expect(folder).toBe(join(parent, 'base_to_b2'));
  expect(Object.keys(filesOf(folder)).sort()).toEqual([
    'README.md',
    'SHA256SUMS',
    'downgrade.sql',
    'manifest.json',
    'preflight.sql',
    'steps/001_a1_create_the_table.sql',
    'steps/002_b2_ünïcode.sql',
    'upgrade.sql',
  ]);
  const checked = spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  expect(checked).toMatchObject({ status: 0, stderr: '' });
  expect(checked.stdout.split('\n').length).toBe(8);
  expect(verifyBundle(folder)).toEqual([]);
  expect(readdirSync(parent)).toEqual(['base_to_b2']);
});

test('is the same to the byte when it is made again, in its place', () => {
  const first = filesOf(writeBundle(bundle(contents), parent).folder);
  expect(filesOf(writeBundle(bundle(contents), parent).folder)).toEqual(first);
  expect(JSON.parse(first['manifest.json']!)).toMatchObject({ from: [], to: ['b2'], dialect: 'postgresql' });
  expect(first['README.md']).toContain('psql -X -d DATABASE -L preflight.log -f preflight.sql');
  expect(first['README.md']).toContain('psql -X -d DATABASE -L downgrade.log -f downgrade.sql');
  expect(first['README.md']).toContain('| 1 | a1 | Create \\*the\\* \\| table | revisions/a1.ts |');
});

test('every line of a step is a comment', () => {
  const files = filesOf(writeBundle(bundle(contents), parent).folder);
  const steps = Object.entries(files).filter(([name]) => name.startsWith('steps/'));
  expect(steps).toHaveLength(2);
  for (const [, text] of steps)
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line === '' || line.startsWith('--')),
    ).toBe(true);
  expect(files['steps/002_b2_ünïcode.sql']).toContain('-- insert into t\n-- values (1);\n');
  expect(files['steps/002_b2_ünïcode.sql']).toContain('-- delete from t;\n');
});

test('the step of a merge says that it changes nothing', () => {
  const merge = recordingOf({ id: 'm', before: ['a', 'b'], after: ['m'] });
  const made = bundle({
    target: 'main',
    up: scriptOf(postgresql, psql, [merge]),
    down: { impossible: 'none.' },
    preflight: nothingAsked,
  });
  const files = filesOf(writeBundle(made, parent).folder);
  for (const name of ['upgrade.sql', 'steps/001_m.sql'])
    expect(files[name]).toContain('-- It changes nothing on PostgreSQL but the version rows.\n');
});

test('the line that shows the version rows does not feed them to a password prompt', () => {
  const made = bundle({
    target: 'main',
    up: scriptOf(oracle, sqlplus, up),
    down: { impossible: 'none.' },
    preflight: nothingAsked,
  });
  const files = filesOf(writeBundle(made, parent).folder);
  for (const name of ['README.md', 'upgrade.sql']) {
    expect(files[name]).toMatch(
      /sqlplus -L USER@DATABASE\n[\s\S]*at its prompt[\s\S]*SELECT version_num FROM migrator_version ORDER BY version_num;?\n/,
    );
    expect(files[name]).not.toMatch(/\| *sqlplus/);
  }
});

test('says how to go on from elsewhere, and how the client ends when nothing is left to do', () => {
  const readme = instructions({ ...bundle(contents), files: [] }).join('');
  expect(readme).toContain('\nmigrator bundle WHERE_IT_IS:b2 --target main\n');
  expect(readme).toContain('ends with status 0, and changes nothing');
  expect(readme).not.toContain('Get-FileHash');
  const script = scriptOf(oracle, sqlplus, up, { target: 'shop' });
  const windows = instructions({ name: 'x', target: 'shop', files: [], up: script, down: { impossible: '' } }).join('');
  expect(windows).toContain('\nmigrator bundle WHERE_IT_IS:b2 --target shop\n');
  expect(windows).toContain('ends with a status other than 0, and changes nothing');
  expect(windows).toContain('Get-FileHash -Algorithm SHA256');
  const files = filesOf(writeBundle(bundle(contents), parent).folder);
  expect(files['upgrade.sql']).toContain('--   migrator bundle WHERE_IT_IS:b2 --target main\n');
  expect(files['downgrade.sql']).toContain('--   migrator downgrade --sql WHERE_IT_IS:base --target main\n');
});

test('does not replace what is no bundle, and leaves nothing half-written', () => {
  const folder = join(parent, 'base_to_b2');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  expect(() => writeBundle(bundle(contents), parent)).toThrow(/is there already and is no bundle/);
  expect(filesOf(parent)).toEqual({ 'base_to_b2/mine.txt': 'mine' });
});

test.each([
  ['a link that leads nowhere at the output folder', '.', 'link', 'cannot-write'],
  ["a link that leads nowhere at the target's folder", 'main', 'link', 'cannot-write'],
  ['a link that leads nowhere at its place', 'main/base_to_b2', 'link', 'not-a-bundle'],
  ['a file at the output folder', '.', 'file', 'cannot-write'],
  ["a file at the target's folder", 'main', 'file', 'cannot-write'],
  ['a file at its place', 'main/base_to_b2', 'file', 'not-a-bundle'],
])('%s is refused, and stays', (_, where, what, code) => {
  const out = join(parent, '..');
  const at = join(out, where);
  mkdirSync(join(at, '..'), { recursive: true });
  if (what === 'link') symlinkSync('nowhere', at);
  else writeFileSync(at, 'mine');
  expect(() => writeBundle(bundle(contents), parent)).toThrow(expect.objectContaining({ code }));
  expect(what === 'link' ? readlinkSync(at) : readFileSync(at, 'utf8')).toBe(what === 'link' ? 'nowhere' : 'mine');
  expect(readdirSync(join(at, '..'))).toHaveLength(1);
});

test('a failure while writing leaves the bundle that was there', () => {
  const first = filesOf(writeBundle(bundle(contents), parent).folder);
  const made = bundle(contents);
  const broken = {
    *[Symbol.iterator]() {
      yield 'half';
      throw new Error('the disk is full');
    },
  };
  expect(() => writeBundle({ ...made, files: [...made.files, { name: 'x', text: broken }] }, parent)).toThrow('disk');
  expect(filesOf(parent)).toEqual(
    Object.fromEntries(Object.entries(first).map(([name, text]) => [`base_to_b2/${name}`, text])),
  );
});

test('says which file is missing, changed or was added', () => {
  const { folder } = writeBundle(bundle(contents), parent);
  appendFileSync(join(folder, 'upgrade.sql'), '-- edited\n');
  rmSync(join(folder, 'README.md'));
  writeFileSync(join(folder, 'more.sql'), '');
  expect(verifyBundle(folder)).toEqual([
    { file: 'upgrade.sql', what: 'changed' },
    { file: 'README.md', what: 'missing' },
    { file: 'more.sql', what: 'unexpected' },
  ]);
});

test('without a way back it says why', () => {
  const made = bundle({ ...contents, down: { impossible: 'revision b2 declares no downgrade.' } });
  const files = filesOf(writeBundle(made, parent).folder);
  expect(files['downgrade.sql']).toBeUndefined();
  expect(files['README.md']).toContain('There is no downgrade.sql: revision b2 declares no downgrade.');
  expect(files['steps/002_b2_ünïcode.sql']).not.toContain('undoing');
});

test('names are safe in every file system', () => {
  expect(bundleName([], ['3f2a'])).toBe('base_to_3f2a');
  expect(bundleName(['a/../b', 'c'], ['..'])).toMatch(/^a_\.\._b_[0-9a-f]{8}\+c_to___[0-9a-f]{8}$/);
  expect(bundleName(['é'], ['ü'])).not.toBe(bundleName(['ü'], ['é']));
  expect(bundleName(['a+b'], [])).not.toBe(bundleName(['a', 'b'], []));
  const many = Array.from({ length: 40 }, (_, n) => `revision${n}`);
  expect(bundleName(many, [])).toMatch(/^revision0\+39_more_[0-9a-f]{8}_to_base$/);
  expect(bundleName(many, [])).not.toBe(bundleName([...many.slice(1), 'x', 'revision0'].sort(), []));
});
