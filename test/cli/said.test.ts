/** What the author says of a revision outside of its file, or in it: from migrator.toml to the bundle, and what is refused. */

import { describe, expect, test } from 'vitest';
import { expectSaid, refused } from './mistake.ts';
import { type Files, stage } from './transcript.ts';

const sqlite = '[target.main]\ndialect = "sqlite"\n';
const knex = `[migrator]\nformat = "knex"\n\n${sqlite}`;

const migration = (up: string, down = '{}'): string =>
  `exports.up = async (knex) => {\n${up}\n};\nexports.down = async (knex) => ${down};\n`;

const tables = migration(
  "await knex.schema.createTable('roles', (t) => { t.increments('id'); t.string('name', 20); t.string('title', 20); });",
);

const revision = (id: string, parent: string | null, body: string, more = ''): string =>
  `export const revision = '${id}';\nexport const downRevision = ${JSON.stringify(parent)};\n${more}export async function upgrade(op) {\n${body}\n}\n`;

const made = async (files: Files) => {
  const { run, files: after } = stage(files);
  expect(await run(['bundle', '--name', 'made'])).toMatchObject({ code: 0, stderr: '' });
  const of = (name: string): string => after()[`out/main/made/${name}`] ?? '';
  return {
    script: of('upgrade.sql'),
    back: of('downgrade.sql'),
    readme: of('README.md'),
    preflight: of('preflight.sql'),
    verify: of('verify.sql'),
    manifest: JSON.parse(of('manifest.json')),
  };
};

test('data_loss accepts every loss that would be counted, and no other', async () => {
  const files = {
    'migrations/1_tables.js': tables,
    'migrations/2_less.js': migration(
      "await knex.schema.alterTable('roles', (t) => { t.dropColumn('title'); t.integer('rank'); });\nawait knex.schema.dropTable('roles');",
    ),
  };
  const { script, readme, manifest } = await made({
    ...files,
    'migrator.toml': `${knex}[revision."2_less.js"]\ndata_loss = " nobody reads roles "\n`,
  });
  expect(script).toContain('-- loss accepted: nobody reads roles\n');
  expect(script).not.toContain('would be lost');
  expect(readme).toContain('- 2\\_less.js, drop table roles: nobody reads roles');
  expect(manifest.acceptedLosses.map(({ what }: { what: string }) => what)).toEqual([
    'drop column roles.title',
    'drop table roles',
  ]);
  expect((await made({ ...files, 'migrator.toml': knex })).script).toContain('would be lost');
});

test('accepts_reads stands beside what was read', async () => {
  const files = {
    'migrations/1_tables.js': tables,
    'migrations/2_read.js': migration(
      "const [row] = await knex('roles').select('id');\nif (row === undefined) await knex('roles').insert({ name: 'admin' });",
    ),
  };
  const { run } = stage({ ...files, 'migrator.toml': knex });
  expect((await run(['bundle'])).stderr).toContain('accepts_reads = ');
  const toml = `${knex}[revision."2_read.js"]\naccepts_reads = "the table is new"\n`;
  const { script, readme } = await made({ ...files, 'migrator.toml': toml });
  expect(script).toContain('-- Reads accepted: the table is new\n');
  expect(readme).toContain('Accepted: the table is new');
});

describe('answers', () => {
  const reading = migration(
    "const rows = await knex('roles').where({ name: 'admin' }).select('title');\nfor (const { title } of rows) await knex('roles').insert({ title });",
  );
  const files = { 'migrations/1_tables.js': tables, 'migrations/2_read.js': reading };
  const answering = (shadow: string): string =>
    `${knex}${shadow}[[revision."2_read.js".answers]]\nasked = "select title from roles\\n where name = 'admin'"\nrows = [{ title = "Chief" }, { title = "Boss" }]\n`;

  test.each([
    ['without a shadow', 'shadow = false\n'],
    ['where a shadow would answer, too', ''],
  ])('%s they are what the revision gets, and stand in the bundle with what depends on them', async (_, shadow) => {
    const { script, readme, manifest } = await made({ ...files, 'migrator.toml': answering(shadow) });
    expect(script).toContain("('Chief')");
    expect(script).toContain("('Boss')");
    expect(script.replace(/\n-- +/g, ' ')).toContain(
      'Answered from what was declared: select `title` from `roles` where `name` = \'admin\': 2 rows, first {"title":"Chief"} (migrations/2_read.js:2) [declared; 2 statements depend on it, and which statements there are]',
    );
    expect(script).toContain('\n-- depends on what was read in migrations/2_read.js:2: declared\n');
    expect(readme).toContain('(declared; 2 statements depend on it');
    expect(readme).toContain('Answered by who wrote the revisions');
    expect(readme).not.toContain('from an engine');
    expect(manifest.reads).toMatchObject([{ source: 'declared', kind: 'declared', reaches: [1, 2], decides: true }]);
  });

  test('a value is what the call comes to; probes are declared by their name, before the history answers', async () => {
    const { script } = await made({
      'migrations/1_tables.js': tables,
      'migrations/2_read.js': migration(
        [
          "if (await knex.schema.hasColumn('roles', 'title')) await knex.schema.dropTable('roles');",
          "const { n } = await knex('roles').count({ n: '*' }).first();",
          "const [id] = await knex('roles').insert({ name: 'new' });",
          "const touched = await knex('roles').update({ title: 'x' });",
          "await knex('roles').insert([{ title: `${n} ${id} ${touched}` }]);",
        ].join('\n'),
      ),
      'migrator.toml': `${knex}shadow = false
[revision."2_read.js"]
answers = [
  { asked = 'hasColumn("roles", "title")', value = false },
  { asked = "select count(*) as n ...", rows = [{ n = 40 }] },
  { asked = "insert into roles (name) values ('new')", value = [77] },
  { asked = "update roles set title = 'x'", value = 3 },
]
`,
    });
    expect(script).toContain("'40 77 3'");
    expect(script).not.toContain('drop table');
  });

  test('in the revision itself', async () => {
    const answers =
      "export const answers = [{ asked: 'select `id` from `t`', rows: [{ id: 7 }], dialect: 'sqlite' }, { asked: 'select id from t where 1', value: 1, direction: 'down' }];\n";
    const { script } = await made({
      'migrator.toml': `${sqlite}shadow = false\n`,
      'revisions/a1.ts': revision('a1', null, "op.createTable('t', (t) => t.integer('id'));"),
      'revisions/b2.ts': revision(
        'b2',
        'a1',
        "const [{ id }] = await op.knex('t').select('id');\nop.execute(`delete from t where id > ${id}`);",
        answers,
      ).concat("export async function downgrade(op) { await op.knex.raw('select id from t where 1'); }\n"),
    });
    expect(script).toContain('delete from t where id > 7');
  });
});

describe('done online', () => {
  const files: Files = {
    'migrator.toml': sqlite,
    'revisions/a1.ts': revision('a1', null, "op.createTable('t', (t) => t.integer('id'));"),
    'revisions/b2.ts': revision(
      'b2',
      'a1',
      'throw new Error();',
      "export const onlineOnly = ' it asks a service ';\nexport const downgrade = null;\n",
    ),
    'revisions/c3.ts': revision('c3', 'b2', "op.createTable('u', (t) => t.integer('id'));"),
  };
  const why = 'it asks a service';

  test('script, README, manifest and preflight say so', async () => {
    const { script, back, readme, manifest, preflight, verify } = await made(files);
    const text = script.replace(/\n-- +/g, ' ');
    expect(text).toMatch(/It stops in the place of these revisions.*: b2: it asks a service/s);
    expect(text).toContain(`It is done online, and a script stops here until it is done: ${why}`);
    expect(text).toContain(`revision b2 is left to be done online, so it stops here: ${why}`);
    expect(script).toContain(
      "Apply it by hand, and then DELETE FROM `migrator_version` WHERE version_num = ''a1''; INSERT INTO `migrator_version` (version_num) VALUES (''b2'')",
    );
    expect(script).toContain('migrator bundle b2:WHERE_IT_GOES --target main');
    expect(back).toContain('migrator downgrade --sql a1:WHERE_IT_GOES --target main');
    expect(script).toContain('create table `u`');
    expect(back).toContain(`undoing revision b2 is left to be done online: ${why}`);
    expect(readme.split(`- b2: ${why}\n`)).toHaveLength(3);
    expect(manifest.online).toEqual([
      { direction: 'up', revision: 'b2', reason: why },
      { direction: 'down', revision: 'b2', reason: why },
    ]);
    expect(preflight).toContain(`revision b2: ${why}`);
    expect(verify).toContain('revisions/b2.ts: it is done online');
  });

  test('check lists it, and it is no finding', async () => {
    const { code, stdout } = await stage(files).run(['check', '--offline']);
    expect([code, stdout]).toEqual([
      0,
      `Scripts stop in the place of these, which are done online:\nb2: ${why}\n\n2 of 3 revisions compile\n`,
    ]);
  });

  test('what is known of the schema ends there', async () => {
    const { stderr } = await refused({
      ...files,
      'revisions/c3.ts': revision('c3', 'b2', "await op.schema.hasTable('t');"),
    });
    expect(stderr).toContain('revisions/b2.ts may have changed it, and is applied online');
  });

  test.each([
    ['in the file', 'export const rowsOnly = true;\n', ''],
    ['in migrator.toml', '', 'rows_only = true\n'],
  ])('unless it is said %s that it changes rows alone; rows are not known then', async (_, own, toml) => {
    const only = own === '' ? '' : "export const onlineOnly = 'it asks a service';\n";
    const online = toml === '' ? '' : `[revision.b2]\nonline_only = "it asks a service"\n${toml}`;
    const known = {
      ...files,
      'migrator.toml': `${sqlite}${online}`,
      'revisions/b2.ts': revision('b2', 'a1', '', `${only}${own}`),
      'revisions/c3.ts': revision('c3', 'b2', "if (!(await op.schema.hasTable('x'))) op.dropColumn('t', 'id');"),
    };
    expect(
      (
        await made({
          ...known,
          'revisions/a1.ts': revision('a1', null, "op.createTable('t', (t) => { t.integer('id'); t.integer('n'); });"),
        })
      ).script,
    ).toContain('Answered from the history: hasTable("x"): no');
    const { stderr } = await refused({
      ...known,
      'revisions/c3.ts': revision(
        'c3',
        'b2',
        "const [row] = await op.knex('t').select('id');\nop.execute(`delete from t where id > ${row?.id}`);",
      ),
    });
    expect(stderr).toContain('the shadow cannot tell, because revisions/b2.ts writes rows, and is applied online');
  });

  test.each([
    [['rehearse'], {}, 'done-online: revision b2 is done online, and what comes after it cannot be rehearsed'],
    [
      ['bundle'],
      { 'migrator.toml': '[target.main]\ndialect = "postgresql"\nhouse_rules = ["no commit"]\n' },
      'done-online: revision b2 is done online, and a script that is one transaction cannot stop before it',
    ],
    [
      ['bundle'],
      { 'revisions/b2.ts': revision('b2', 'a1', '', 'export const rowsOnly = true;\n') },
      'bad-argument: rowsOnly of revision b2 is not true, or onlineOnly is missing',
    ],
    [
      ['bundle'],
      { 'revisions/b2.ts': revision('b2', 'a1', '', 'export const onlineOnly = true;\n') },
      'bad-argument: revision b2 exports onlineOnly without words … Say why it is applied online',
    ],
    [
      ['bundle'],
      {
        'migrator.toml': `${sqlite}[revision.b2]\naccepts_reads = "x"\n`,
        'revisions/b2.ts': revision('b2', 'a1', '', "export const acceptsReads = 'y';\n"),
      },
      'said-twice: acceptsReads of revision b2 is said in its file and in migrator.toml',
    ],
    [
      ['bundle'],
      { 'revisions/b2.ts': revision('b2', 'a1', '', "export const answers = [{ asked: 'select 1' }];\n") },
      'bad-argument: answers of revision b2: number 1 has neither rows nor value, or both',
    ],
    [
      ['bundle'],
      { 'revisions/b2.ts': revision('b2', 'a1', '', "export const answers = [{ asked: 'select 1', rows: [1] }];\n") },
      'bad-argument: answers of revision b2: number 1 has rows that are no list of objects',
    ],
  ] as const)('%s %#', async (argv, more, says) => {
    const { stderr } = await refused({ ...files, ...more }, [...argv]);
    expectSaid(stderr, says, 'revisions/b2.ts');
  });
});

test('an answer for a way back that is derived is not asked for', async () => {
  const { stderr } = await refused({
    'migrator.toml': `${sqlite}[[revision.a1.answers]]\nasked = "select 1"\nvalue = 1\ndirection = "down"\n`,
    'revisions/a1.ts': revision('a1', null, "op.createTable('t', (t) => t.integer('id'));"),
  });
  expectSaid(stderr, 'unasked-answer: revision a1 does not ask (select 1)', 'migrator.toml:3:1');
});

const base: Files = {
  'migrator.toml': '',
  'migrations/1_tables.js': tables,
  'migrations/2_read.js': migration("await knex('roles').select('id');"),
};

/** The text of migrator.toml behind its targets, what is said, and where. */
const mistakes: readonly (readonly [toml: string, says: string, place: string])[] = [
  [
    '[revision."2_read.js"]\nrows_only = true\n',
    'bad-value: revision."2_read.js".rows_only says something of what is done online',
    'migrator.toml:8:13',
  ],
  ['[revision.2_red]\n', "unknown-revision: there is no revision '2_red'", 'migrator.toml:7:1'],
  [
    '[revision."2_red.js"]\n',
    "unknown-revision: there is no revision '2_red.js' … Did you mean '2_read.js'?",
    'migrator.toml:7:1',
  ],
  ['[revision]\nx = 3\n', 'wrong-type: revision.x is the number 3', 'migrator.toml:8:5'],
  [
    '[revision."2_read.js"]\ndata_los = "x"\n',
    'unknown-key: [revision."NAME"] has no key "data_los" … did you mean "data_loss"?',
    'migrator.toml:8:1',
  ],
  [
    '[revision."2_read.js"]\ndata_loss = " "\n',
    'bad-value: revision."2_read.js".data_loss is empty',
    'migrator.toml:8:13',
  ],
  [
    '[revision."2_read.js"]\nonline_only = true\n',
    'wrong-type: revision."2_read.js".online_only is true; text is expected',
    'migrator.toml:8:15',
  ],
  [
    '[revision."2_read.js"]\nanswers = "x"\n',
    'wrong-type: revision."2_read.js".answers is text; a list of tables is expected',
    'migrator.toml:8:11',
  ],
  [
    '[[revision."2_read.js".answers]]\nasked = "select id from roles"\n',
    'bad-value: revision."2_read.js".answers[0] has neither rows nor value',
    'migrator.toml:7:1',
  ],
  [
    '[[revision."2_read.js".answers]]\nasked = "select id from roles"\nrows = []\nvalue = 1\n',
    'bad-value: revision."2_read.js".answers[0] has both rows and value',
    'migrator.toml:7:1',
  ],
  [
    '[[revision."2_read.js".answers]]\nvalue = 1\n',
    'missing-key: revision."2_read.js".answers[0] has no asked',
    'migrator.toml:7:1',
  ],
  [
    '[[revision."2_read.js".answers]]\nasked = "select id"\nvalue = 1\ndialect = "pg"\n',
    'bad-value: revision."2_read.js".answers[0].dialect "pg" is not known',
    'migrator.toml:10:11',
  ],
  [
    '[revision."2_read.js"]\nonline_only = "x"\nanswers = [{ asked = "select 1", value = 1 }]\n',
    'bad-value: revision."2_read.js".answers are never asked for',
    'migrator.toml:9:11',
  ],
  [
    '[[revision."2_read.js".answers]]\nasked = "select id from roles"\nrows = []\n[[revision."2_read.js".answers]]\nasked = "select id from role"\nrows = []\n',
    'unasked-answer: revision 2_read.js does not ask (select id from role) … Write it as the error',
    'migrator.toml:10:1',
  ],
  [
    '[[revision."2_read.js".answers]]\nasked = "select id from roles"\nrows = []\ndialect = "mysql"\n',
    'needs-data: the revision reads rows … declare what is answered (answers)',
    'migrations/2_read.js:2',
  ],
];

test.each(mistakes)('%s', async (toml, says, place) => {
  const { stderr } = await refused({ ...base, 'migrator.toml': `${knex}shadow = false\n${toml}` });
  expectSaid(stderr, says, place);
});
