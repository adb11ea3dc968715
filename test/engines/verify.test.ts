/** verify.sql on databases that are not what the revisions say: each difference is named, and nothing else. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Compiled, compileProject } from '../project.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import type { Database, Engine } from './engine.ts';

const revision = (id: string, below: string | null, up: string): string => `/** ${id} */
export const revision = '${id}';
export const downRevision = ${below === null ? null : `'${below}'`};
export async function upgrade(op) {${up}}
export function downgrade() {}
`;

const revisions: readonly (readonly [string, string | null, string])[] = [
  [
    'aa01',
    null,
    `
  await op.createTable('spare', (t) => { t.integer('id').notNullable().primary(); });
  await op.createTable('team', (t) => { t.integer('id').notNullable().primary(); t.string('name', 40).index('team_name_index'); });
  if (op.dialect === 'sqlite') op.createCheckConstraint('it\`s "so"', 'team', 'id > 0');
  await op.createTable('badge', (t) => {
    t.integer('id').notNullable().primary();
    t.string('code', 20).notNullable().unique({ indexName: 'badge_code_unique' });
    t.integer('level').notNullable().defaultTo(0).index('badge_level_index');
    t.string('note', 10);
    t.integer('team_id').references('id').inTable('team').withKeyName('badge_team_fk');
  });`,
  ],
  ['aa02', 'aa01', `await op.createView('codes', 'select code from badge');`],
];

async function compiled(
  { dialect, version }: Engine,
  range?: string,
  more: readonly string[] = [],
  keys = '',
): Promise<Compiled> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-verify-'));
  try {
    mkdirSync(join(root, 'revisions'));
    writeFileSync(
      join(root, 'migrator.toml'),
      `[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n${keys}`,
    );
    for (const [id, below, up] of revisions)
      writeFileSync(join(root, 'revisions', `${id}.ts`), revision(id, below, up));
    for (const [n, up] of more.entries()) {
      writeFileSync(join(root, 'revisions', `bb0${n}.ts`), revision(`bb0${n}`, n === 0 ? 'aa02' : `bb0${n - 1}`, up));
    }
    return await compileProject(root, 'here', range);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function applied(engine: Engine, { upgrade }: Compiled): Promise<Database> {
  const database = await engine.createDatabase();
  expect(await database.runText(upgrade)).toMatchObject({ status: 0 });
  return database;
}

/** `kind name expected found`, without the schema; sorted. */
async function verified(database: Database, { verify }: Compiled) {
  const { status, stdout, stderr } = await database.runText(verify);
  const rows = stdout
    .split('\n')
    .map((line) => line.split(/[|\t]/).map((cell) => cell.trim()))
    .filter((cells) => cells.length === 4 && cells[0] !== 'kind' && !/^\d\./.test(cells[0]!));
  const here = new RegExp(`^(?:public|main|${database.name})\\.`);
  const differences = rows.map(([kind, name = '', ...says]) => [kind, name.replace(here, ''), ...says].join(' | '));
  return { status, differences: differences.sort(), says: stdout + stderr };
}

async function damage(database: Database, sql: string): Promise<void> {
  const ran = await database.runText(sql, { strict: true });
  expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
}

const everywhere = `
DROP VIEW codes;
DROP TABLE spare;
`;

const damages: Readonly<Record<Engine['dialect'], string>> = {
  postgresql: `${everywhere}
ALTER TABLE badge DROP CONSTRAINT badge_code_unique, DROP CONSTRAINT badge_team_fk, ADD CHECK (level >= 0),
  ALTER code DROP NOT NULL, ALTER code TYPE text, ALTER level DROP DEFAULT, DROP note, ADD extra integer;
DROP INDEX badge_level_index;
CREATE INDEX stray ON badge (team_id, level);
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'team_name_index'::regclass;
`,
  mariadb: `${everywhere}
ALTER TABLE badge DROP FOREIGN KEY badge_team_fk, DROP INDEX badge_code_unique, DROP INDEX badge_level_index,
  MODIFY code text NULL, MODIFY level int NOT NULL, DROP COLUMN note, ADD COLUMN extra int, ADD INDEX stray (team_id, level),
  ADD CONSTRAINT positive CHECK (level >= 0);
`,
  mysql: `${everywhere}
ALTER TABLE badge DROP FOREIGN KEY badge_team_fk, DROP INDEX badge_code_unique, DROP INDEX badge_level_index,
  MODIFY code text NULL, MODIFY level int NOT NULL, DROP COLUMN note, ADD COLUMN extra int, ADD INDEX stray (team_id, level);
`,
  sqlite: `${everywhere}
DROP TABLE badge;
CREATE TABLE badge (id integer not null, code text, level integer not null, team_id integer, extra integer, primary key (id));
CREATE INDEX stray ON badge (team_id, level);
`,
};

function expected({ dialect }: Engine): readonly string[] {
  const [code, text] = dialect === 'postgresql' ? ['character varying(20)', 'text'] : ['varchar(20)', 'text'];
  const unique =
    dialect === 'postgresql'
      ? 'unique | badge.badge_code_unique | (code)'
      : 'index | badge.badge_code_unique | unique (code)';
  const foreign =
    dialect === 'sqlite'
      ? 'foreign key | badge.(team_id) | references team'
      : 'foreign key | badge.badge_team_fk | (team_id) references team (id)';
  const more: Readonly<Record<Engine['dialect'], readonly string[]>> = {
    postgresql: [
      'check | badge.badge_level_check | nothing | check',
      'index | team.team_name_index | (name) | (name) INVALID',
    ],
    mariadb: ['check | badge.positive | nothing | check'],
    mysql: [],
    sqlite: [],
  };
  return [
    'column | badge.code | not null | null',
    'column | badge.extra | nothing | null',
    'column | badge.note | null | nothing',
    'column | spare.id | not null | nothing',
    'default | badge.level | yes | no',
    `${foreign} | nothing`,
    'index | badge.badge_level_index | (level) | nothing',
    'index | badge.stray | nothing | (team_id, level)',
    'primary key | spare | (id) | nothing',
    'table | spare | table | nothing',
    `type | badge.code | ${code} | ${text}`,
    `${unique} | nothing`,
    'view | codes | view | nothing',
    ...more[dialect],
  ].sort();
}

const good = 'verified: the database is what the revisions say at';

describeEngines(
  'verify.sql',
  (engine) => {
    test('names what is different in the catalog, and nothing else', async () => {
      const made = await compiled(engine);
      const database = await applied(engine, made);
      const before = await database.catalog({ rows: true });
      const clean = await verified(database, made);
      expect(clean, clean.says).toMatchObject({ status: 0, differences: [] });
      expect(clean.says).toContain(`${good} aa02`);
      await damage(database, `CREATE TABLE other (id integer);`);
      expect(await verified(database, made)).toMatchObject({ status: 0 });
      await damage(database, `DROP TABLE other;`);
      expect(await database.catalog({ rows: true })).toEqual(before);

      await damage(database, damages[engine.dialect]);
      const damaged = await database.catalog({ rows: true });
      const found = await verified(database, made);
      expect(found.differences).toEqual(expected(engine));
      expect(found.status).not.toBe(0);
      expect(found.says).not.toContain(good);
      expect(await database.catalog({ rows: true })).toEqual(damaged);
    });

    // SQLite finds an empty table where there is none
    test.runIf(engine.dialect !== 'sqlite')(
      'a database where no script ever ran, or the wrong one, is told as that',
      async () => {
        const made = await compiled(engine);
        const { status, says } = await verified(await engine.createDatabase(), made);
        expect(says).toMatch(/version table\W+migrator_version\W+there\W+there is no table of that name/);
        expect(says).toContain('no script of migrator ever ran here, or this is another database or schema');
        expect(says).toMatch(/log\W+migrator_version_log\W+there\W+there is no log that this account can see/);
        expect(says).toContain('not verified: the database is not what the revisions say');
        expect(status).not.toBe(0);
      },
    );

    test.runIf(engine.dialect !== 'sqlite')(
      'an account that may not read the rows is told so, with a verdict',
      async () => {
        const made = await compiled(engine);
        const database = await applied(engine, made);
        const user = `u_${database.name}`;
        const isMysql = engine.dialect !== 'postgresql';
        const rights = isMysql
          ? ['badge', 'codes', 'spare', 'team'].map((one) => `GRANT ALL ON ${database.name}.${one} TO ${user};\n`)
          : [];
        await damage(database, `CREATE ${isMysql ? 'USER' : 'ROLE'} ${user};\n${rights.join('')}`);
        const ran = isMysql
          ? await database.runText(made.verify, { args: [`--user=${user}`] })
          : await database.runText(`SET ROLE ${user};\n${made.verify}`);
        const own = ['', '_ledger', '_log'].map((word) => `migrator_version${word}`).join(', ');
        expect(ran.stdout, ran.stdout + ran.stderr).toContain(`expects the right to read tables ${own}, which`);
        expect(ran.stdout + ran.stderr).toContain('not verified: this account may not read all that is compared');
        expect(ran.status).not.toBe(0);
      },
    );

    test.runIf(engine.dialect === 'mariadb')(
      'an account that is not shown all is told so, with a verdict',
      async () => {
        const made = await compiled(engine, undefined, [
          "await op.createTrigger('badge_t', 'badge', 'before insert on badge for each row set new.level = 1');",
          "await op.createFunction('half', '(n int) returns int no sql return n / 2', { arguments: '(int)' });",
        ]);
        const database = await applied(engine, made);
        const [name, user] = [database.name, `u_${database.name}`];
        await damage(database, `CREATE USER ${user};\nGRANT SELECT ON ${name}.migrator_version TO ${user};\n`);
        const missing: readonly (readonly [says: string, grant: string])[] = [
          ['a right on tables badge, codes, spare, team', `SELECT ON ${name}.*`],
          ['the right to see triggers of table badge', `TRIGGER ON ${name}.badge`],
          ['the right to execute routine half', `EXECUTE ON FUNCTION ${name}.half`],
        ];
        const asked = () => database.runText(made.verify, { args: [`--user=${user}`] });
        for (const [says, grant] of missing) {
          const { stdout, stderr, status } = await asked();
          expect(stdout, stdout + stderr).toContain(`expects ${says}, which ${user}@% has not`);
          expect(stderr).toContain('not verified: this account may not read all that is compared');
          expect(status).not.toBe(0);
          await damage(database, `GRANT ${grant} TO ${user};\n`);
        }
        expect(await asked()).toMatchObject({ status: 0 });
      },
    );

    test('names what is wrong with the rows of version table, log and ledger', async () => {
      const made = await compiled(engine);
      const database = await applied(engine, made);
      const digest = (await database.rows('migrator_version_log')).map((row) => row[6]);
      const ledger =
        engine.dialect === 'sqlite'
          ? ''
          : "INSERT INTO migrator_version_ledger VALUES ('aa03', 'up', 1, 2, 'started', 'd', 's');";
      await damage(
        database,
        `UPDATE migrator_version SET version_num = 'AA02';
DELETE FROM migrator_version_log WHERE revision = 'aa01';
UPDATE migrator_version_log SET digest = '0' WHERE revision = 'aa02';
${ledger}`,
      );
      const found = await verified(database, made);
      expect(found.differences).toEqual(
        [
          'version row | AA02 | nothing | there',
          'version row | aa02 | there | nothing',
          `log row | aa01 | up ${digest[0]} | nothing`,
          `log row | aa02 | up ${digest[1]} | up 0`,
          ...(ledger === '' ? [] : ['ledger row | aa03 | nothing | up, started']),
        ].sort(),
      );
      expect(found.status).not.toBe(0);
    });

    test('has something to say of a range without revisions, too', async () => {
      const database = await applied(engine, await compiled(engine));
      const idle = await compiled(engine, 'aa02:aa02');
      expect(await verified(database, idle)).toMatchObject({ status: 0, differences: [] });
      await damage(database, 'DROP VIEW codes;');
      expect(await verified(database, idle)).toMatchObject({ differences: ['view | codes | view | nothing'] });
      const base = await compiled(engine, 'base:base');
      const empty = await engine.createDatabase();
      expect(await verified(empty, base)).toMatchObject({ status: 0 });
      expect(await verified(database, base)).toMatchObject({ differences: ['version row | aa02 | nothing | there'] });
    });

    test('finds nothing after changes of all sorts', async () => {
      const changed = await compiled(engine, undefined, [
        `await op.dropView('codes');
  await op.schema.alterTable('badge', (t) => { t.dropForeign(['team_id'], 'badge_team_fk'); });
  await op.schema.alterTable('badge', (t) => { t.dropUnique(['code'], 'badge_code_unique'); });
  await op.schema.alterTable('badge', (t) => { t.dropIndex(['level'], 'badge_level_index'); });`,
        `await op.schema.alterTable('badge', (t) => { t.renameColumn('note', 'remark'); });
  await op.schema.renameTable('team', 'squad');
  await op.schema.alterTable('squad', (t) => { t.string('name', 60).notNullable().defaultTo('none').alter(); });
  await op.schema.alterTable('badge', (t) => {
    t.dropColumn('level');
    t.timestamp('made_at').notNullable().defaultTo(op.knex.fn.now());
    t.decimal('price', 8, 2);
    t.boolean('lost').notNullable().defaultTo(false);
    t.foreign('team_id', 'badge_squad_fk').references('id').inTable('squad');
  });
  await op.schema.createTable('counted', (t) => { t.increments('id'); t.text('about'); t.timestamp('at').nullable(); });`,
      ]);
      const found = await verified(await applied(engine, changed), changed);
      expect(found, found.says).toMatchObject({ status: 0, differences: [] });
    });

    test('lets be what raw SQL may have changed, and says so', async () => {
      const raw = await compiled(engine, undefined, [
        `await op.execute('create index raw_index on badge (note)'); await op.execute('alter table team add extra integer');`,
      ]);
      const database = await applied(engine, raw);
      const found = await verified(database, raw);
      expect(found, found.says).toMatchObject({ status: 0 });
      expect(raw.verify).toContain('What raw SQL did is not verified');
      expect(raw.verify).toMatch(/^-- {3}revisions\/bb00\.ts:\d+: create index raw_index on badge/m);
      await damage(database, 'DROP VIEW codes; DROP TABLE spare;');
      expect((await verified(database, raw)).status).not.toBe(0);
    });
  },
  oneOfEachFamily,
);

describeEngines(
  'verify.sql of a target with a schema and no log',
  (engine) => {
    test('looks there', async () => {
      const made = await compiled(engine, undefined, [], 'schema = "shop"\nlog = false\n');
      const database = await engine.createDatabase();
      await damage(database, 'CREATE SCHEMA shop;\nCREATE TABLE public.team (id integer);');
      await damage(database, made.upgrade);
      const found = await verified(database, made);
      expect(found, found.says).toMatchObject({ status: 0 });
      await damage(database, 'DROP VIEW shop.codes;');
      expect(await verified(database, made)).toMatchObject({ differences: ['view | shop.codes | view | nothing'] });
      await damage(database, `CREATE ROLE u_${database.name};`);
      const closed = await database.runText(`SET ROLE u_${database.name};\n${made.verify}`);
      expect(closed.stdout).toContain('expects the right to use schema shop, which');
      expect(closed.stderr).toContain('not verified: this account may not read all that is compared');
    });
  },
  ['postgresql'],
);
