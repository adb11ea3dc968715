/** What preflight.sql says of a database, and what upgrade.sql then does with it. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProject } from '../project.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import { type Database, type Engine, isOfMysql, type Ran } from './engine.ts';

const setup = `
  op.createTable('town', (t) => { t.integer('id').notNullable().primary(); t.string('name', 20); });
  op.createTable('item', (t) => { t.integer('id').notNullable().primary(); t.integer('n'); t.integer('town'); });
  op.execute("insert into town (id, name) values (1, 'Wien')");
  op.execute('insert into item (id, n, town) values (1, 0, 1)');
`;
const first = `
  op.createTable('thing', (t) => { t.integer('id').notNullable().primary(); });
  op.alterColumn('item', 'n', { nullable: false });
  op.createUniqueConstraint('town_name', 'town', ['name']);
`;
const second = `
  op.execute('update item set town = 1 where town is null');
  op.alterColumn('item', 'town', { nullable: false });
  op.addColumn('thing', (t) => t.integer('m'));
`;

interface Scripts {
  readonly upgrade: string;
  readonly preflight: string;
}

async function scriptsOf(
  { dialect, version }: Engine,
  ups: readonly string[],
  range: string,
  keys = '',
): Promise<Scripts> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-preflight-'));
  try {
    mkdirSync(join(root, 'revisions'));
    writeFileSync(
      join(root, 'migrator.toml'),
      `[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n${keys}`,
    );
    for (const [at, up] of [setup, ...ups].entries()) {
      const parent = at === 0 ? 'null' : `'r${at}'`;
      writeFileSync(
        join(root, 'revisions', `r${at + 1}.ts`),
        `export const revision = 'r${at + 1}';\nexport const downRevision = ${parent};\nexport function upgrade(op) {${up}}\nexport function downgrade() {}\n`,
      );
    }
    return await compileProject(root, 'here', range);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function did(database: Database, ...statements: readonly string[]): Promise<void> {
  const ran = await database.runText(statements.map((one) => `${one};\n`).join(''), { strict: true });
  expect(ran, ran.stderr).toMatchObject({ status: 0 });
}

/** What it says; it changes nothing, and its status is its verdict. */
async function asked(database: Database, { preflight }: Scripts): Promise<string> {
  const stood = await database.catalog({ rows: true });
  const { status, stdout, stderr } = await database.runText(preflight);
  const says = stdout + stderr;
  expect(await database.catalog({ rows: true })).toEqual(stood);
  const good = /^\W*upgrade\.sql would run\W*$/m.test(says);
  expect(says, says).toMatch(/upgrade\.sql would (?:run|refuse)|upgrade\.sql goes on where it stopped, but rows may/);
  expect(status === 0, says).toBe(good);
  return says;
}

function refusesAlike(says: string, ran: Ran): void {
  expect(says).toContain('upgrade.sql would refuse');
  expect(ran.status).not.toBe(0);
}

async function opened(engine: Engine): Promise<Database> {
  const database = await engine.createDatabase();
  const { upgrade, preflight } = await scriptsOf(engine, [], ':r1');
  expect(await asked(database, { upgrade, preflight })).toContain('upgrade.sql would run');
  expect(await database.runText(upgrade)).toMatchObject({ status: 0 });
  return database;
}

const keys = `
  op.createUniqueConstraint('item_u', 'item', ['n']);
  op.createCheckConstraint('item_c', 'item', 'n >= 0');
  op.createForeignKey('item_fk', 'item', 'town', ['town'], ['id']);
`;
const column = `op.addColumn('item', (t) => t.integer('extra'));`;
const trigger = (does: string) => `op.createTrigger('item_t', 'item', ${JSON.stringify(does)});`;
const trigOfMysql = 'before insert on item for each row set new.n = 1';
const trigOfPostgres = 'before update on item for each row execute function suppress_redundant_updates_trigger()';
const trigOfSqlite = 'after insert on item begin select 1; end';
const partition = `op.createTable('part', (t) => t.integer('id'), { partitionBy: 'range (id)', partitions: [{ name: 'part_1', values: 'from (1) to (9)' }] });`;
const named: Readonly<Record<Engine['dialect'], string>> = {
  postgresql: keys + column + trigger(trigOfPostgres) + partition,
  mariadb: keys + column + trigger(trigOfMysql),
  mysql: keys + column + trigger(trigOfMysql),
  sqlite: keys + column + trigger(trigOfSqlite),
};

type TakenOnTables = readonly [adds: readonly string[], drops: readonly string[], says: readonly string[]];

const ofMysql: TakenOnTables = [
  [
    'create index item_u on item (id)',
    'alter table item add constraint item_c check (id > 0)',
    'create table other (town integer, constraint item_fk foreign key (town) references town (id))',
    'alter table item add column extra integer',
    'create trigger item_t before insert on town for each row set new.id = 1',
  ],
  [
    'drop trigger item_t',
    'alter table item drop column extra',
    'alter table item drop index item_u',
    'alter table item drop constraint item_c',
    'drop table other',
  ],
  [
    'constraint item_fk, but that name is',
    'constraint item.item_c, but that name is',
    'constraint item.item_u, but that name is',
    'column item.extra, but that name is',
    'trigger item_t, but that name is',
  ],
];
const takenOnTables: Readonly<Record<Engine['dialect'], TakenOnTables>> = {
  postgresql: [
    [
      'create index item_u on town (name)',
      'alter table item add constraint item_c check (id > 0), add constraint item_fk check (id > 0), add column extra integer',
      `create trigger item_t ${trigOfPostgres}`,
      'create view part_1 as select 1 as n',
    ],
    [
      'drop view part_1',
      'drop trigger item_t on item',
      'drop index item_u',
      'alter table item drop constraint item_c, drop constraint item_fk, drop column extra',
    ],
    [
      'key item_u, but that name is',
      'constraints item.item_c, item.item_fk, but those names are',
      'column item.extra, but that name is',
      'trigger item.item_t, but that name is',
      'partition part_1, but that name is',
    ],
  ],
  mariadb: ofMysql,
  mysql: ofMysql,
  sqlite: [
    [
      'create index ITEM_U on town (name)',
      'alter table item add column EXTRA integer',
      `create trigger item_t ${trigOfSqlite}`,
    ],
    ['drop trigger item_t', 'drop index ITEM_U', 'alter table item drop column EXTRA'],
    ['key ITEM_U, but that name is', 'column item.EXTRA, but that name is', 'trigger item_t, but that name is'],
  ],
};

describeEngines(
  'preflight',
  (engine) => {
    const { dialect } = engine;
    const ups = [first, second];

    test('at the beginning it shows the tables and says that the script would run, and then it does', async () => {
      const database = await opened(engine);
      const scripts = await scriptsOf(engine, ups, 'r1:r3');
      const says = await asked(database, scripts);
      expect(says).toContain('upgrade.sql would run');
      const sizes = says.slice(says.indexOf('It touches these tables.'), says.indexOf('Nothing has the names'));
      for (const table of ['item', 'town']) expect(sizes).toMatch(new RegExp(`\\b${table}\\b.*\\d`));
      expect(sizes).not.toContain('thing');
      const later = says.slice(says.indexOf('Asked while it runs'));
      expect(later).toContain('revision r3: NULLs in item.town');
      expect(says).toContain('Revision r2 finds no NULLs in item.n.');
      const ran = await database.runText(scripts.upgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });

      const after = await asked(database, scripts);
      expect(after).toContain('already applied: the database is at r3; upgrade.sql would change nothing');
      // the sqlite3 shell cannot pass over what comes after, so its preflight ends as its script does
      expect(after).toContain(dialect === 'sqlite' ? 'upgrade.sql would refuse' : 'upgrade.sql would run');
      expect(after.includes('Nothing has the names')).toBe(false);
      const again = await database.runText(scripts.upgrade);
      expect(again.stdout + again.stderr).toContain('already applied');
    });

    test('rows that would stop it are counted', async () => {
      const database = await opened(engine);
      const scripts = await scriptsOf(engine, ups, 'r1:r3');
      await did(
        database,
        'insert into item (id) values (7)',
        'insert into item (id) values (8)',
        "insert into town (id, name) values (2, 'Wien')",
      );
      const says = await asked(database, scripts);
      const nulls = says.slice(says.indexOf('finds no NULLs in item.n'), says.indexOf('finds no duplicates'));
      expect(nulls).toMatch(/\b2\W+id = 7\b/);
      const twice = says.slice(says.indexOf('finds no duplicates'), says.indexOf('Asked while it runs'));
      expect(twice).toMatch(/\b1\W+name = Wien\b/);
      refusesAlike(says, await database.runText(scripts.upgrade));
      await did(database, 'update item set n = 1', 'delete from town where id = 2');
      expect(await asked(database, scripts)).toContain('upgrade.sql would run');
      expect(await database.runText(scripts.upgrade)).toMatchObject({ status: 0 });
    });

    test('a database that stands elsewhere, or has a name that is made', async () => {
      const database = await opened(engine);
      const scripts = await scriptsOf(engine, ups, 'r2:r3');
      const says = await asked(database, scripts);
      expect(says).toContain('upgrade.sql needs the database at r2, but it is at r1');
      refusesAlike(says, await database.runText(scripts.upgrade));
      const empty = await engine.createDatabase();
      const nowhere = await asked(empty, scripts);
      expect(nowhere).toMatch(/there is no version table|but it is at base/);
      refusesAlike(nowhere, await empty.runText(scripts.upgrade));

      const taken = await scriptsOf(engine, ups, 'r1:r3');
      await did(database, 'create table thing (n integer)');
      const found = await asked(database, taken);
      expect(found).toContain('makes table thing, but that name is taken already');
      refusesAlike(found, await database.runText(taken.upgrade));
    });

    test('names on tables that are taken', async () => {
      const database = await opened(engine);
      const [adds, drops, says] = takenOnTables[dialect];
      const scripts = await scriptsOf(engine, [named[dialect]], 'r1:r2', 'expect = "free names"\n');
      await did(database, ...adds);
      const found = await asked(database, scripts);
      for (const one of says) expect(found).toContain(`makes ${one} taken already`);
      refusesAlike(found, await database.runText(scripts.upgrade));
      await did(database, ...drops);
      expect(await asked(database, scripts)).toContain('upgrade.sql would run');
      const ran = await database.runText(scripts.upgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
    });

    test.runIf(dialect !== 'sqlite')('a session that is read-only', async () => {
      const database = await opened(engine);
      const scripts = await scriptsOf(engine, ups, 'r1:r3');
      const freeze = isOfMysql(engine) ? 'set session tx_read_only = 1' : 'set default_transaction_read_only = on';
      const frozen = (script: string) => database.runText(`${freeze};\n${script}`);
      const says = await frozen(scripts.preflight);
      expect(says.stdout).toContain('this session is read-only, which upgrade.sql leaves as it is');
      refusesAlike(says.stdout + says.stderr, await frozen(scripts.upgrade));
      const other = await scriptsOf(engine, ups, 'r2:r3');
      const [first, second] = [other.upgrade, scripts.preflight].map((text) => database.save(text));
      const include = isOfMysql(engine) ? 'source' : '\\i';
      const both = await database.runText(`${include} ${first}\n${include} ${second}\n`, { strict: false });
      expect(both.stdout + both.stderr).toContain('upgrade.sql would run');
    });

    test.runIf(dialect !== 'sqlite')('roles that are not there, and that its own SQL makes', async () => {
      const database = await opened(engine);
      const at = dialect === 'postgresql' ? '' : '@localhost';
      const [missing, made] = [`m_${database.name}`, `o_${database.name}`];
      const up = `
        op.grant(['select'], 'item', '${missing}${at}');
        op.execute('create user ${made}${at}');
        op.grant(['select'], 'item', '${made}${at}');
      `;
      const scripts = await scriptsOf(engine, [up], 'r1:r2');
      const asks = async (): Promise<readonly [named: string, told: string]> => {
        const says = await asked(database, scripts);
        const hints = says.indexOf('These roles may be missing');
        return [says.slice(0, hints), says.slice(hints)];
      };
      const [named, told] = await asks();
      const shown = (name: string) => (at === '' ? `role ${name}` : `account '${name}'@'localhost'`);
      const none = (name: string) => `expects the ${shown(name)}, but there is none`;
      expect(told).toContain(none(made));
      if (dialect === 'mysql') {
        expect(told).toContain(`${none(missing)}: GRANT makes one without a password`);
      } else {
        expect(named).toContain(none(missing));
        expect(told).toContain('upgrade.sql would refuse');
        await did(database, `create user ${missing}${at}`);
      }
      const [, then] = await asks();
      expect(then).toContain('upgrade.sql would run');
      expect(await database.runText(scripts.upgrade)).toMatchObject({ status: 0 });
    });

    test.runIf(dialect === 'mariadb')('roles that the account is not shown are named', async () => {
      const database = await opened(engine);
      const [name, user] = [database.name, `u_${database.name}`];
      const gives = `op.grant(['select'], 'item', 'r_${name}'); op.grant(['select'], 'item', 'o_${name}@localhost');`;
      const { preflight } = await scriptsOf(engine, [gives], 'r1:r2');
      await did(database, `create user ${user}@localhost`);
      await did(database, `grant all on ${name}.* to ${user}@localhost with grant option`);
      const hints = [
        `expects the role r_${name} or the account 'r_${name}'@'%': roles and accounts are not shown to ${user}@localhost`,
        `expects the account 'o_${name}'@'localhost': accounts are not shown to ${user}@localhost`,
      ];
      const asks = () => database.runText(preflight, { args: [`--user=${user}`] });
      const { stdout } = await asks();
      for (const hint of hints) expect(stdout).toContain(hint);
      expect(stdout).toContain('upgrade.sql would run');
      await did(database, `grant select on mysql.user to ${user}@localhost`);
      const shown = await asks();
      expect(shown.stdout).not.toContain(hints[0]);
      expect(shown.stdout).toContain(`expects the role r_${name} or the account 'r_${name}'@'%', but there is neither`);
      expect(shown.stdout + shown.stderr).toContain('upgrade.sql would refuse');
    });

    test.runIf(dialect === 'mariadb')('a right that a role may bring along is told', async () => {
      const database = await opened(engine);
      const [name, user] = [database.name, `u_${database.name}`];
      const trigger = `op.createTrigger('tr', 'item', 'before insert on item for each row set new.n = 1');`;
      const { preflight } = await scriptsOf(engine, [trigger], 'r1:r2');
      const withLog = preflight.replaceAll('@@log_bin AND', '1 AND');
      const grants = [
        `create role r_${name}`,
        `grant all on ${name}.* to r_${name}`,
        `grant r_${name} to ${user}@localhost`,
      ];
      await did(database, `create user ${user}@localhost`, ...grants);
      await did(database, `set default role r_${name} for ${user}@localhost`);
      const { stdout } = await database.runText(withLog, { args: [`--user=${user}`] });
      const says = `but ${user}@localhost has it not, and whether it has it by its role r_${name} is not shown`;
      expect(stdout).toContain(says);
      expect(stdout).toContain('upgrade.sql would run');
      expect((await database.runText(withLog)).stdout).not.toContain('by its role');
    });

    test('rows of a table that raw SQL makes', async () => {
      const database = await engine.createDatabase();
      const makes = "op.execute('create table made (id integer)'); op.execute('insert into made values (1)');";
      const scripts = await scriptsOf(engine, [makes], ':r2');
      expect(await asked(database, scripts)).toContain('upgrade.sql would run');
      expect(await database.runText(scripts.upgrade)).toMatchObject({ status: 0 });
    });

    test.runIf(dialect === 'postgresql')('an account that owns nothing of what it is to give rights on', async () => {
      const database = await opened(engine);
      const [user, reader] = [`u_${database.name}`, `r_${database.name}`];
      const gives = `op.grant(['select'], 'item', '${reader}'); op.grant(['usage'], 'public', '${reader}', { on: 'schema' });`;
      const scripts = await scriptsOf(engine, [gives], 'r1:r2');
      await did(database, `create role ${user}`, `create role ${reader}`, `grant all on schema public to ${user}`);
      await did(database, `grant all on all tables in schema public to ${user}`);
      const as = (script: string) => database.runText(`SET ROLE ${user};\n${script}`);
      const { stdout, stderr } = await as(scripts.preflight);
      for (const what of ['table item', 'schema public']) {
        expect(stdout).toContain(`expects the right to give and take rights on ${what}, which ${user} has not`);
      }
      expect(stderr).toContain('upgrade.sql would refuse');
      const refused = await as(scripts.upgrade);
      expect(refused.stderr).toContain('expects the right to give and take rights on table item');
      expect(refused.status).not.toBe(0);
      await did(database, `grant select on item to ${user} with grant option`);
      await did(database, `grant usage on schema public to ${user} with grant option`);
      expect(await as(scripts.upgrade)).toMatchObject({ status: 0 });
      expect(await database.query(`select has_table_privilege('${reader}', 'item', 'SELECT')`)).toEqual([['t']]);
    });

    test.runIf(dialect === 'postgresql')('rights on what a script uses and does not change', async () => {
      const database = await opened(engine);
      const user = `u_${database.name}`;
      const does = (type: string) => `returns ${type} immutable language plpgsql as $$ begin return null; end $$`;
      const made = `
        op.createEnum('mood', ['a', 'b']);
        op.createFunction('same', '() ${does('trigger')}', { arguments: '()' });
        op.createFunction('one', '(n integer) ${does('integer')}', { arguments: '(integer)' });
        op.createMaterializedView('seen', 'select id from item');`;
      const uses = `
        op.createSchema('shop');
        op.createExtension('plpgsql', { ifNotExists: true });
        op.refreshMaterializedView('seen');
        op.createTrigger('tr', 'item', 'before insert on item for each row execute function same()');
        op.addColumn('item', (t) => t.specificType('m', 'mood[]'));
        op.createCheckConstraint('c', 'item', 'one(n) is null');
        op.createTable('thing', (t) => t.integer('id').defaultTo(op.knex.raw('one(3)')));`;
      const scripts = await scriptsOf(engine, [made, uses], 'r2:r3');
      await did(database, (await scriptsOf(engine, [made], 'r1:r2')).upgrade);
      await did(database, `create role ${user}`, `alter table item owner to ${user}`);
      await did(database, `grant create on schema public to ${user}`, 'revoke execute on function one from public');
      await did(database, 'revoke usage on language plpgsql from public', 'revoke usage on type mood from public');
      await did(database, `revoke execute on function same from public`);
      const own = ['', '_ledger', '_log'].map((word) => `migrator_version${word}`).join(', ');
      await did(database, `grant all on ${own} to ${user}`);
      const as = (script: string) => database.runText(`SET ROLE ${user};\n${script}`);
      const lacking: readonly (readonly [deed: string, right: string])[] = [
        ['use language plpgsql', 'USAGE ON LANGUAGE plpgsql'],
        ['create schema shop', `CREATE ON DATABASE ${database.name}`],
        ['execute function same', 'EXECUTE ON FUNCTION same()'],
        ['use type mood', 'USAGE ON TYPE mood'],
        ['execute function one', 'EXECUTE ON FUNCTION one(integer)'],
        ...(Number.parseInt(engine.version, 10) < 17 ? [] : [['refresh view seen', 'MAINTAIN ON seen'] as const]),
      ];
      const { stdout } = await as(scripts.preflight);
      const remedies = lacking.map(([, right]) => `GRANT ${right} TO ${user}`);
      for (const [at, [deed]] of lacking.entries())
        expect(stdout).toContain(`expects the right to ${deed}, which ${user} has not: ${remedies[at]}`);
      const owner = 'expects to be the owner of view seen, which belongs to postgres';
      expect(stdout.includes(owner)).toBe(lacking.length === 5);
      await did(
        database,
        ...remedies,
        ...(lacking.length === 5 ? [`alter materialized view seen owner to ${user}`] : []),
      );
      expect((await as(scripts.preflight)).stdout).toContain('upgrade.sql would run');
      const ran = await as(scripts.upgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
    });

    test.runIf(dialect === 'postgresql')(
      'one of two routines is its own, and raw SQL comes before a right',
      async () => {
        const database = await opened(engine);
        const [user, reader] = [`u_${database.name}`, `r_${database.name}`];
        const half = (type: string) => `create function half(${type}) returns int language sql as 'select 1'`;
        await did(database, `create role ${user}`, `create role ${reader}`, half('int'), half('text'));
        await did(database, `alter function half(int) owner to ${user}`, `grant all on schema public to ${user}`);
        await did(database, `grant all on all tables in schema public to ${user}`);
        const gives = (type: string) =>
          `op.grant(['execute'], 'public.half', '${reader}', { on: 'function', arguments: '(${type})' });`;
        const as = async (up: string) => {
          const scripts = await scriptsOf(engine, [up], 'r1:r2');
          return database.runText(`SET ROLE ${user};\n${scripts.upgrade}`);
        };
        const rows = "op.execute('update item set n = 0');";
        const lacks = (what: string) => `expects the right to give and take rights on ${what}, which ${user} has not`;
        expect((await as(gives('text'))).stderr).toContain(lacks('function public.half'));
        expect((await as(`${rows} op.grant(['select'], 'item', '${reader}');`)).stderr).toContain(lacks('table item'));
        const own = await as(rows + gives('integer'));
        expect(own, own.stdout + own.stderr).toMatchObject({ status: 0 });
      },
    );

    test.runIf(dialect === 'postgresql')('an account that no schema is open to', async () => {
      const database = await engine.createDatabase();
      const { preflight } = await scriptsOf(engine, [], ':r1');
      const { status, stdout } = await database.runText(preflight, { env: { PGOPTIONS: '-c search_path=nosuch' } });
      expect(stdout).toContain('expects a schema to make things in, but the search_path of postgres has none');
      expect(status).not.toBe(0);
    });

    test.runIf(dialect === 'postgresql')('a search path that leads where nothing can be made', async () => {
      const database = await engine.createDatabase();
      const scripts = await scriptsOf(engine, [], ':r1');
      for (const path of ['nosuch', 'pg_catalog', 'pg_catalog, public']) {
        const manner = { env: { PGOPTIONS: `-c search_path=${path.replace(' ', '')}` } };
        const says = 'expects a schema to make things in, but the search_path of postgres ';
        const asked = await database.runText(scripts.preflight, manner);
        expect(asked.stdout.split(says), path).toHaveLength(2);
        const refused = await database.runText(scripts.upgrade, manner);
        expect(refused.stderr, path).toContain(`migration refused: upgrade.sql ${says}`);
      }
    });

    test.runIf(dialect === 'postgresql')('an account that a schema is closed to', async () => {
      const database = await opened(engine);
      const user = `u_${database.name}`;
      const changes = `op.addColumn('item', (t) => t.integer('x'), { schema: 'shop' }); op.alterColumn('item', 'id', { nullable: false, schema: 'shop' });`;
      const uses = await scriptsOf(
        engine,
        [`op.createTable('item', (t) => t.integer('id'), { schema: 'shop' });`, changes],
        'r2:r3',
        'expect = "privileges"\n',
      );
      const own = await scriptsOf(engine, [], ':r1', 'schema = "shop"\n');
      const version = await scriptsOf(engine, [], ':r1', 'version_table_schema = "shop"\n');
      await did(database, 'create schema shop', 'create table shop.item (id integer)', `create role ${user}`);
      await did(database, "update migrator_version set version_num = 'r2'", `grant all on schema public to ${user}`);
      await did(database, `grant all on all tables in schema public to ${user}`);
      const as = (script: string) => database.runText(`SET ROLE ${user};\n${script}`);
      const wanted = `expects the right to use schema shop, which ${user} has not: GRANT USAGE ON SCHEMA shop TO ${user}`;
      for (const scripts of [uses, own, version]) {
        const { stdout, stderr, status } = await as(scripts.preflight);
        expect(stdout, stdout + stderr).toContain(wanted);
        expect(stdout + stderr).toContain('upgrade.sql would refuse');
        expect(status).not.toBe(0);
        const refused = await as(scripts.upgrade);
        expect(refused.stderr).toContain(`migration refused: upgrade.sql ${wanted}`);
        expect(refused.status).not.toBe(0);
      }
    });

    test.runIf(dialect === 'postgresql')("where the target's schema is closed no other is asked about", async () => {
      const database = await engine.createDatabase();
      const user = `u_${database.name}`;
      const { preflight } = await scriptsOf(engine, [], ':r1', 'schema = "bank"\n');
      await did(database, 'create schema bank', `create role ${user}`);
      const { stdout } = await database.runText(`SET ROLE ${user};\n${preflight}`);
      expect(stdout).toContain(`expects the right to create in schema bank, which ${user} has not`);
      expect(stdout).not.toContain('schema public');
      await did(database, `grant usage, create on schema bank to ${user}`);
      const then = await database.runText(`SET ROLE ${user};\n${preflight}`);
      expect(then.stdout).toContain('upgrade.sql would run');
    });

    test.runIf(dialect === 'postgresql')('an account that makes tables in another schema', async () => {
      const database = await opened(engine);
      const make = `op.createTable('thing', (t) => t.integer('id'), { ifNotExists: true });`;
      const [makes, drops] = [await scriptsOf(engine, [make], 'r1:r2'), await scriptsOf(engine, [make], ':r2')];
      const change = await scriptsOf(engine, [`op.addColumn('item', (t) => t.integer('x'));`], 'r1:r2');
      await did(
        database,
        'create schema own',
        `alter role postgres in database ${database.name} set search_path = own, public`,
      );
      const says = await asked(database, makes);
      expect(says).toContain(
        'made in schema public, where migrator_version is, but this account makes them in schema own',
      );
      refusesAlike(says, await database.runText(makes.upgrade));
      expect((await database.runText(drops.upgrade)).status).not.toBe(0);
      expect(await database.query("select 1 from pg_class where relnamespace = 'own'::regnamespace")).toEqual([]);
      expect(await asked(database, change)).toContain('upgrade.sql would run');
      const there = (script: string) => `set search_path = public;\n${script}`;
      const placed = { upgrade: there(makes.upgrade), preflight: there(makes.preflight) };
      expect(await asked(database, placed)).toContain('upgrade.sql would run');
      expect(await database.runText(placed.upgrade)).toMatchObject({ status: 0 });
    });

    test.runIf(dialect !== 'sqlite')('an account that may read nothing is told so, with a verdict', async () => {
      const database = await opened(engine);
      const { preflight } = await scriptsOf(engine, ups, 'r1:r3');
      const user = `u_${database.name}`;
      const isMysql = isOfMysql(engine);
      const grant = `grant insert on ${isMysql ? `${database.name}.` : ''}migrator_version to ${user}`;
      await did(database, `create ${isMysql ? 'user' : 'role'} ${user}`, grant);
      const ran = isMysql
        ? await database.runText(preflight, { args: [`--user=${user}`] })
        : await database.runText(`SET ROLE ${user};\n${preflight}`);
      const own = ['', '_ledger', '_log'].map((word) => `migrator_version${word}`);
      expect(ran.stdout).toContain(`expects the right to read tables item, ${own.join(', ')}, town, which`);
      expect(ran.stdout + ran.stderr).toContain('upgrade.sql would refuse: see what was found above');
      expect(ran.status).not.toBe(0);
    });

    test.runIf(dialect !== 'sqlite')('a script that stopped half-way goes on, and others wait for it', async () => {
      const database = await opened(engine);
      const fails = `op.createTable('thing', (t) => { t.integer('id'); }); op.execute('insert into item (id, n) values (1, 0)');`;
      const scripts = await scriptsOf(engine, [`op.addColumn('item', (t) => t.integer('x'));`, fails], 'r1:r3');
      const other = await scriptsOf(
        engine,
        [`op.addColumn('item', (t) => t.integer('x'));`, `op.dropTable('item');`],
        'r2:r3',
      );
      expect((await database.runText(scripts.upgrade)).status).not.toBe(0);
      const says = await asked(database, scripts);
      expect(says).toContain('an earlier run came to revision r');
      expect(says).toContain('upgrade.sql would run');
      const others = await asked(database, other);
      if (isOfMysql(engine)) {
        expect(others).toContain('another script stopped half-way in revision r3');
        refusesAlike(others, await database.runText(other.upgrade));
        await did(database, "update migrator_version_ledger set state = 'started'");
        const doubted = await asked(database, scripts);
        expect(doubted).toContain('which an earlier run began: revision r3, step 1 of 2');
        refusesAlike(doubted, await database.runText(scripts.upgrade));
        await did(database, "update migrator_version_ledger set state = 'done'");
      }
      await did(database, 'delete from item');
      const ran = await database.runText(scripts.upgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
    });

    test.runIf(dialect !== 'sqlite')(
      'a script that stopped half-way cannot tell whether rows would stop it',
      async () => {
        const database = await opened(engine);
        const second = `op.execute('insert into item (id, n) values (1, 0)'); op.alterColumn('item', 'n', { nullable: false });`;
        const scripts = await scriptsOf(engine, [`op.addColumn('item', (t) => t.integer('x'));`, second], 'r1:r3');
        expect((await database.runText(scripts.upgrade)).status).not.toBe(0);
        const says = await asked(database, scripts);
        expect(says).toContain('an earlier run came to revision r');
        expect(says).toMatch(/upgrade\.sql goes on where it stopped, but rows may stop it/);
        expect(says).not.toMatch(/upgrade\.sql would run$/m);
        await did(database, 'delete from item');
        expect(await database.runText(scripts.upgrade)).toMatchObject({ status: 0 });
        expect(await asked(database, scripts)).toContain('upgrade.sql would run');
      },
    );

    test.runIf(dialect !== 'sqlite')('another script is at work', async () => {
      const database = await opened(engine);
      const { preflight } = await scriptsOf(engine, ups, 'r1:r3');
      const sleep = isOfMysql(engine) ? 'select sleep(20)' : 'select pg_sleep(20)';
      const slow = await scriptsOf(engine, [`op.execute('${sleep}');`], 'r1:r2');
      const running = database.start(database.save(slow.upgrade));
      try {
        for (let tries = 0; tries < 100; tries++) {
          const { stdout } = await database.runText(preflight);
          if (stdout.includes('another session is running a script')) return;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        expect.fail('nobody saw the other script');
      } finally {
        running.kill();
        await running.done;
      }
    });
  },
  oneOfEachFamily,
);
