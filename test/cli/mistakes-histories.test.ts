/** Files and histories that cannot be: each with what is said, where, and that nothing is written. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { bad, badFile, expectSaid, good, refused, type Says } from './mistake.ts';
import { type Files, revisionFile, stage } from './transcript.ts';

const revision = (id: string, parent: string | readonly string[] | null, more = ''): string =>
  `${revisionFile(id, parent)}${more}`;
const labelled = (id: string, label: string): string => revisionFile(id, 'users', { label });

/** The files beside the good ones, what is said, and where. */
const histories: Readonly<Record<string, readonly [files: Files, says: Says, place: string]>> = {
  'an id that the running file changes': [
    { [badFile]: "export let revision = 'bad';\nexport const downRevision = 'users';\nrevision = 'good';\n" },
    'revision-differs: the file declares revision bad, but exports good when it runs … Declare the id once',
    `${badFile}:1`,
  ],
  'no upgrade': [
    { [badFile]: "export const revision = 'bad';\nexport const downRevision = 'users';\n" },
    'no-upgrade: revision bad exports no function upgrade … Write export function upgrade(op)',
    badFile,
  ],
  'an upgrade that is no function': [
    { [badFile]: "export const revision = 'bad';\nexport const downRevision = 'users';\nexport const upgrade = 3;\n" },
    'no-upgrade: revision bad exports no function upgrade',
    badFile,
  ],
  'an id worked out': [
    { [badFile]: "export const downRevision = 'users';\nexport const revision = 'b' + 'ad';\n" },
    'header-not-literal: revision is not written out as a literal … without executing any file',
    `${badFile}:2`,
  ],
  'an id that is a number': [
    { [badFile]: revision('bad', 'users').replace("revision = 'bad'", 'revision = 3') },
    'header-not-literal: revision is not written out as a literal',
    `${badFile}:7`,
  ],
  'no id': [
    { [badFile]: 'export function upgrade() {}\n' },
    `no-revision-id: ${badFile} declares no revision … start the file's name with _`,
    badFile,
  ],
  'an empty file': [{ [badFile]: '' }, `no-revision-id: ${badFile} declares no revision`, badFile],
  'a text that never ends': [
    { [badFile]: "export const revision = 'bad;\nexport const downRevision = 'users';\n" },
    'header-not-literal: revision is not written out as a literal',
    `${badFile}:1`,
  ],
  'one id twice': [
    { [badFile]: revision('users', null) },
    "duplicate-id: revisions/b_bad.ts has the same revision id 'users' as revisions/a_users.ts … another id",
    `${badFile}:7`,
  ],
  'a circle': [
    { 'revisions/x.ts': revision('x', 'y'), 'revisions/y.ts': revision('y', 'x') },
    "cycle: a circle: each of 'x', 'y' comes after the others",
    'revisions/x.ts:8',
  ],
  'its own parent': [{ [badFile]: revision('bad', 'bad') }, "self-loop: 'bad' is its own parent", `${badFile}:8`],
  'a parent that is not there': [
    { [badFile]: revision('bad', 'nothing') },
    "missing-parent: 'bad' comes after 'nothing', which no file declares … A file may be missing",
    `${badFile}:8`,
  ],
  'a dependency that is not there': [
    { [badFile]: revisionFile('bad', 'users', { needs: 'nothing' }) },
    "unknown-dependency: 'bad' depends on 'nothing', which no file declares",
    `${badFile}:10`,
  ],
  'one parent twice': [
    { [badFile]: revision('bad', ['users', 'users']) },
    "repeated-parent: 'bad' lists the parent 'users' twice",
    `${badFile}:8`,
  ],
  'a merge with an ancestor': [
    { 'revisions/x.ts': revision('x', 'users'), [badFile]: revision('bad', ['users', 'x']) },
    "redundant-parent: 'bad' merges 'users' and 'x', but 'x' already contains 'users'",
    `${badFile}:8`,
  ],
  'one label twice': [
    { 'revisions/b.ts': labelled('b', 'shop'), 'revisions/c.ts': labelled('c', 'shop') },
    "duplicate-label: branch label 'shop' is already declared in revisions/b.ts",
    'revisions/c.ts:9',
  ],
  'a label that is an id': [
    { [badFile]: labelled('bad', 'users') },
    "label-is-id: branch label 'users' is also the id of revisions/a_users.ts",
    `${badFile}:9`,
  ],
  'an id with a space': [
    { [badFile]: revision('b ad', 'users') },
    "illegal-id: revision id 'b ad' contains U+0020 … letters, digits, _ and .",
    `${badFile}:7`,
  ],
  'an id with @': [{ [badFile]: revision('b@d', 'users') }, "illegal-id: revision id 'b@d' contains @", `${badFile}:7`],
  'an id that is a word of references': [
    { [badFile]: revision('head', 'users') },
    "reserved-id: id 'head' is a reserved word",
    `${badFile}:7`,
  ],
  'an id that the version table cannot hold': [
    { [badFile]: revision('b'.repeat(33), 'users') },
    `id-too-long: revision id '${'b'.repeat(33)}' is 33 bytes long … holds 32`,
    `${badFile}:7`,
  ],
  'a syntax error': [
    { [badFile]: bad('const = 3;') },
    'cannot-load: the file cannot be run: Unexpected token … Mend the syntax or the import',
    `${badFile}:5:43`,
  ],
  'a syntax error of TypeScript': [
    { [badFile]: bad('', 'interface { a: string }') },
    "cannot-load: the file cannot be run: 'interface' declarations must be followed by an identifier",
    `${badFile}:4:11`,
  ],
  'one name twice': [
    { [badFile]: bad('const a = 1;\n  const a = 2;') },
    "cannot-load: the file cannot be run: Identifier 'a' has already been declared",
    `${badFile}:6:9`,
  ],
  'a file that is not there': [
    { [badFile]: bad('x();', "import { x } from './lib/not-there.js';") },
    "cannot-load: the file cannot be run: Cannot find module './lib/not-there.js'",
    `${badFile}:4`,
  ],
  'a package that is not there': [
    { [badFile]: bad('x();', "import x from 'not-a-package';") },
    "cannot-load: the file cannot be run: Cannot find module 'not-a-package'",
    `${badFile}:4`,
  ],
  'a syntax error in an imported file': [
    { [badFile]: bad('x();', "import { x } from './_lib/x.js';"), 'revisions/_lib/x.ts': '\nexport const x = ;\n' },
    'cannot-load: the file cannot be run: Unexpected token',
    'revisions/_lib/x.ts:2:18',
  ],
  'a file missing in an imported file': [
    {
      [badFile]: bad('x();', "import { x } from './_lib/x.js';"),
      'revisions/_lib/x.ts': "\nexport * from './y.js';\n",
    },
    "cannot-load: the file cannot be run: Cannot find module './y.js'",
    'revisions/_lib/x.ts:2',
  ],
  'an error in an imported function': [
    {
      [badFile]: bad('boom();', "import { boom } from './_lib/boom.js';"),
      'revisions/_lib/boom.ts': "export function boom(): never {\n  throw new RangeError('boom');\n}\n",
    },
    'revision-threw: revision bad threw: boom',
    'revisions/_lib/boom.ts:2',
  ],
  'an error while an imported file loads': [
    {
      [badFile]: bad('', "import './_lib/top.js';"),
      'revisions/_lib/top.ts': "\n\nthrow new Error('at the top');\n",
    },
    'cannot-load: revisions/_lib/top.ts threw while it was loaded: at the top … revisions/b_bad.ts -> revisions/_lib/top.ts',
    'revisions/_lib/top.ts:3',
  ],
  'an error while the file loads': [
    { [badFile]: bad('', "JSON.parse('{');") },
    'cannot-load: revisions/b_bad.ts threw while it was loaded: ',
    `${badFile}:4`,
  ],
  'a generator of rows that throws': [
    {
      [badFile]: bad(
        "await op.bulkInsert('users', rows());",
        'function* rows() { yield { id: 1, name: "a" }; throw Error("out"); }',
      ),
    },
    'revision-threw: revision bad threw: out',
    `${badFile}:4`,
  ],
  'a name that SQLite has no other spelling for': [
    { 'migrator.toml': inAscii('sqlite'), [badFile]: bad("op.createTable('größe', (t) => t.integer('a'));") },
    'not-ascii: this cannot be written in ASCII where it stands: `größe` … encoding = "utf-8"',
    `${badFile}:5`,
  ],
  'a body that MySQL takes as it is': [
    {
      'migrator.toml': inAscii('mysql'),
      [badFile]: bad('op.execute(`create trigger t before insert on users for each row begin set @größe = 1; end`);'),
    },
    'not-ascii: this cannot be written in ASCII where it stands: @größe',
    `${badFile}:5`,
  ],
  'a version table that no guard can name': [
    { 'migrator.toml': `${inAscii('mariadb')}version_table = "größe"\n` },
    'not-ascii: this cannot be written in ASCII where it stands: `größe`',
    'migrator.toml:1:1',
  ],
  'a mark that the client takes for SQL': [
    { 'migrator.toml': '[target.main]\ndialect = "oracle"\nbom = true\n' },
    'no-bom: sqlplus takes no byte order mark: it reads one as the beginning of a command … leave bom out',
    'migrator.toml:3:7',
  ],
};

function inAscii(dialect: string): string {
  return `[target.main]\ndialect = "${dialect}"\nencoding = "ascii"\n`;
}

test.each(Object.entries(histories))('%s', async (_, [files, says, place]) => {
  const { stderr } = await refused({ ...good, ...files });
  expectSaid(stderr, says, place);
});

const codesIn = (stderr: string): readonly (string | undefined)[] =>
  [...stderr.matchAll(/^error\[(.*?)\]/gm)].map(([, code]) => code).sort();

test('every file that cannot be read is named at once', async () => {
  const { stderr } = await refused({
    ...good,
    'revisions/b.ts': 'export function upgrade() {}\n',
    'revisions/c.ts': revision('c', 'users').replace("= 'c'", '= id()'),
  });
  expect(codesIn(stderr)).toEqual(['header-not-literal', 'no-revision-id']);
});

test('every fault of a history is named at once', async () => {
  const { stderr } = await refused({
    ...good,
    'revisions/b.ts': revision('b', 'nothing'),
    'revisions/c.ts': revision('users', null),
    'revisions/d.ts': revision('d d', 'users'),
    'revisions/e.ts': revisionFile('e', 'users', { label: 'users', needs: 'x' }),
  });
  expect(codesIn(stderr)).toEqual([
    'duplicate-id',
    'illegal-id',
    'label-is-id',
    'missing-parent',
    'unknown-dependency',
  ]);
});

const repository = new URL('../..', import.meta.url).pathname;
const jiti = join(dirname(createRequire(import.meta.url).resolve('jiti/package.json')), 'lib/jiti-cli.mjs');

/** What comes when its revision has ended ends the process, so that it needs one of its own. */
const late: readonly (readonly [upgrade: string, says: Says])[] = [
  ["setTimeout(() => op.dropTable('users'), 5);", 'forgotten-await: a directive came when its revision had already'],
  [
    "setTimeout(async () => { await op.knex('users').del(); }, 5);",
    'forgotten-await: a statement came when its revision had already ended … Put await',
  ],
  [
    "op.knex.transaction(async (trx) => { await trx('users').del(); });",
    'forgotten-await: a statement came when its revision had already ended',
  ],
  [
    "op.bulkInsert('users', { async *[Symbol.asyncIterator]() { await 1; yield { id: NaN }; } });",
    'unrepresentable: row 1, column id: ',
  ],
];

test.each(late)('%s', (upgrade, says) => {
  const files = { ...good, [badFile]: bad(upgrade) };
  const project = stage(files);
  const main = join(repository, 'src/main.ts');
  const ran = spawnSync(process.execPath, [jiti, main, 'bundle'], { cwd: project.root, encoding: 'utf8' });
  expect({ status: ran.status, stdout: ran.stdout, files: project.files() }).toEqual({ status: 2, stdout: '', files });
  expectSaid(ran.stderr, says, `${badFile}:5`);
});

test('a revision that is not UTF-8 is refused with its line', async () => {
  const project = stage(good);
  const text = bad("await op.bulkInsert('users', [{ id: 1, name: 'Zo\u00eb' }]);");
  writeFileSync(join(project.root, badFile), Buffer.from(text, 'latin1'));
  const { stderr, code } = await project.run(['bundle']);
  expectSaid(stderr, `cannot-read: ${badFile} is not UTF-8 … Save it as UTF-8`, `${badFile}:5`);
  expect(code).toBe(2);
});
