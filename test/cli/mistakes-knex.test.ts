/** Folders of knex migrations that cannot be taken as they are: what is said, where, and that nothing is written. */

import { expect, test } from 'vitest';
import { expectSaid, refused, type Says } from './mistake.ts';
import { type Files, revisionFile, stage } from './transcript.ts';

const toml = '[migrator]\nformat = "knex"\n\n[target.main]\ndialect = "sqlite"\n';
const table = "exports.up = (knex) => knex.schema.createTable('t', (t) => { t.integer('id'); });\n";
const back = "exports.down = (knex) => knex.schema.dropTable('t');\n";
const good: Files = { 'migrator.toml': toml, 'migrations/1_table.js': `${table}${back}` };
const badFile = 'migrations/2_bad.js';

/** The files, what is said, where (undefined: nowhere in particular), and the command if it is not `bundle`. */
type Mistake = readonly [files: Files, says: Says, place: string | undefined, argv?: readonly string[]];

const long = `${'2'.repeat(200)}.js`;
const renamed = 'Give the file another name, and its row in the migrations table of every database with it.';

const mistakes: Readonly<Record<string, Mistake>> = {
  'no folder': [
    { 'migrator.toml': toml },
    'no-location: there is no folder migrations … Make it, or mend the locations in migrator.toml',
    undefined,
  ],
  'no folder of the name that is given': [
    { ...good, 'migrator.toml': toml.replace('"knex"\n', '"knex"\nlocations = ["migrations", "mor"]\n') },
    'no-location: there is no folder mor … Make it, or mend the locations in migrator.toml',
    'migrator.toml:3:28',
  ],
  'no folder of revisions to follow': [
    { ...good, 'migrator.toml': toml.replace('\n\n[', '\n[knex]\nadopted = "revisons"\n[') },
    'no-location: there is no folder revisons … Make it, or mend its name in migrator.toml',
    'migrator.toml:4:11',
  ],
  'no migrations': [
    { 'migrator.toml': toml, 'migrations/README.md': '' },
    'nothing-to-do: there is no revision beyond base in that range … write one with "knex migrate:make"',
    undefined,
  ],
  'a name with a quote': [
    { ...good, "migrations/2_it's.js": table },
    `illegal-id: the migration '2_it's.js' contains ' … ${renamed}`,
    "migrations/2_it's.js",
  ],
  'a name with a semicolon': [
    { ...good, 'migrations/2;more.js': table },
    `illegal-id: the migration '2;more.js' contains ; … ${renamed}`,
    'migrations/2;more.js',
  ],
  'a name that is too long': [
    { ...good, [`migrations/${long}`]: table },
    `illegal-id: the migration '${long}' is 203 bytes long, and 190 are the most … ${renamed}`,
    `migrations/${long}`,
  ],
  'one name in two folders': [
    {
      ...good,
      'migrator.toml': toml.replace('"knex"\n', '"knex"\nlocations = ["migrations", "more"]\n'),
      'more/1_table.js': table,
    },
    'duplicate-id: more/1_table.js has the same name as migrations/1_table.js … give one of them another name',
    'more/1_table.js',
  ],
  'no up': [
    { ...good, [badFile]: back },
    'no-upgrade: migrations/2_bad.js exports no function up … Write exports.up = (knex)',
    badFile,
  ],
  'an up that is no function': [
    { ...good, [badFile]: 'exports.up = 3;\n' },
    'no-upgrade: migrations/2_bad.js exports no function up … Write exports.up = (knex)',
    badFile,
  ],
  'a revision among them': [
    { ...good, [badFile]: revisionFile('a1', null) },
    'no-upgrade: migrations/2_bad.js exports no function up … It exports upgrade, as revisions do.',
    badFile,
  ],
  'one that throws': [
    { ...good, [badFile]: "exports.up = async () => {\n  throw new Error('not today');\n};\n" },
    'revision-threw: revision 2_bad.js threw: not today',
    `${badFile}:2`,
  ],
  'one that rejects late': [
    { ...good, [badFile]: `exports.up = (knex) =>\n  knex('t').insert({ id: 1 }).then(() => knex.nothing());\n` },
    'revision-threw: revision 2_bad.js threw: knex.nothing is not a function',
    `${badFile}:2`,
  ],
  'a syntax error': [
    { ...good, [badFile]: 'exports.up = (knex => {\n' },
    'cannot-load: the file cannot be run: Unexpected token … Mend the syntax',
    `${badFile}:2:1`,
  ],
  'a module that is not there': [
    { ...good, [badFile]: `require('../lib/none');\n${table}` },
    "cannot-load: the file cannot be run: Cannot find module '../lib/none' … Mend the syntax or the import",
    `${badFile}:1`,
  ],
  'a table that is there already': [
    { ...good, [badFile]: table },
    'impossible: there already is a table t at this point of the history',
    `${badFile}:1`,
  ],
  'a change of what raw SQL made': [
    {
      'migrator.toml': toml.replace('"sqlite"', '"mariadb"\nversion = "10.3"'),
      'migrations/1_raw.js': "exports.up = (knex) => knex.raw('create table t (id int)');\n",
      [badFile]: "exports.up = (knex) => knex.schema.alterTable('t', (t) => t.renameColumn('id', 'no'));\n",
    },
    'needs-database: MariaDB cannot rename column t.id to no without asking a database … no earlier revision says what t.id is; raw SQL in migrations/1_raw.js:1 (create table t (id int)) may have changed it: write this change with knex.raw(…), too, or leave it to knex with online_only in migrator.toml',
    `${badFile}:1`,
  ],
  'a column whose own words would be lost': [
    {
      'migrator.toml': toml.replace('"sqlite"', '"mysql"\nversion = "5.6"'),
      'migrations/1_own.js': table.replace("t.integer('id')", "t.specificType('id', 'int not null references u (id)')"),
      [badFile]: "exports.up = (knex) => knex.schema.alterTable('t', (t) => t.renameColumn('id', 'no'));\n",
    },
    'needs-database: MySQL cannot rename column t.id to no without asking a database … the type of t.id says references u (id), of which only the database knows what it is there; write the statement yourself with knex.raw(…)',
    `${badFile}:1`,
  ],
  'a new revision': [
    good,
    'format-knex: migrator.toml says that the files are migrations of knex … "knex migrate:make", or let revisions follow them: "migrator adopt"',
    'migrator.toml',
    ['revision', '-m', 'more'],
  ],
  'a merge': [
    good,
    'format-knex: migrator.toml says that the files are migrations of knex … or let revisions follow them: "migrator adopt"',
    'migrator.toml',
    ['merge'],
  ],
  'a migration that is not there': [
    good,
    "unknown-revision: there is no revision '9_none.js' … The command history lists what there is",
    undefined,
    ['bundle', '9_none.js:'],
  ],
  'adopt where nothing is': [
    { 'migrator.toml': toml, 'migrations/README.md': '' },
    'nothing-to-adopt: there are no migrations yet … take format = "knex" away',
    'migrator.toml',
    ['adopt'],
  ],
  'adopt where revisions are': [
    { 'migrator.toml': toml.replace('"knex"', '"migrator"') },
    'nothing-to-adopt: there is no folder of knex migrations to adopt: migrator.toml says nothing of knex … set format = "knex"',
    'migrator.toml',
    ['adopt'],
  ],
  'adopt again': [
    {
      ...good,
      'migrator.toml': `${toml}\n[knex]\nadopted = "revisions"\n`,
      'revisions/a1.ts': revisionFile('a1', '1'),
    },
    'nothing-to-adopt: there is no folder of knex migrations to adopt: migrator.toml says that it was adopted already … write revisions with "migrator revision"',
    'migrator.toml',
    ['adopt'],
  ],
  'adopt where its script lies already': [
    { ...good, 'out/main/adopt.sql': '' },
    'file-exists: out/main/adopt.sql is there already … nothing is overwritten: move it away',
    undefined,
    ['adopt'],
  ],
};

test.each(Object.entries(mistakes))('%s', async (_, [files, says, place, argv]) => {
  const { stderr } = await refused(files, argv);
  expectSaid(stderr, says, place);
  expect(stderr.match(/^error/gm)).toHaveLength(1);
});

test('where one migration has no up, check says so of it, and the others compile', async () => {
  const { run } = stage({ ...good, [badFile]: back, 'migrations/3_more.js': table.replace("'t'", "'u'") });
  const { code, stdout } = await run(['check', '--offline']);
  expect(code).toBe(1);
  expect(stdout).toContain('migrations/2_bad.js exports no function up');
});
