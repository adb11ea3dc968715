/** Scripts that ask before they begin, on real servers: where one expectation does not hold nothing happens, where all do everything does. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProject } from '../project.ts';
import { describeEngines, withOnePostgres } from './describe-engines.ts';
import { type Database, type Engine, isOfMysql, type Manner } from './engine.ts';
import { waysOf } from './scripts.ts';

const setup = `
  op.createTable('item', (t) => { t.integer('id').notNullable().primary(); t.integer('n'); });
  op.execute('insert into item (id, n) values (1, 0)');
`;
const work = `
  op.createTable('thing', (t) => { t.integer('id').notNullable().primary(); });
  op.createIndex('item_n', 'item', ['n']);
  op.createView('seen', 'select id from thing');
  op.renameTable('item', 'items');
`;

function projectOf(target: string, ups: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'migrator-expect-'));
  mkdirSync(join(root, 'revisions'));
  writeFileSync(join(root, 'migrator.toml'), `[target.here]\n${target}\n`);
  for (const [at, up] of [setup, ...ups].entries()) {
    const parent = at === 0 ? 'null' : `'r${at}'`;
    writeFileSync(
      join(root, 'revisions', `r${at + 1}.ts`),
      `export const revision = 'r${at + 1}';\nexport const downRevision = ${parent};\nexport function upgrade(op) {${up}}\nexport function downgrade() {}\n`,
    );
  }
  return root;
}

async function scriptOf(target: string, ups: readonly string[], range: string): Promise<string> {
  const root = projectOf(target, ups);
  try {
    return (await compileProject(root, 'here', range)).upgrade;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const plainTarget = ({ dialect, version }: Engine, more = ''): string =>
  `dialect = "${dialect}"\nversion = "${version}"\n${more}`;

async function opened(engine: Engine): Promise<Database> {
  const database = await engine.createDatabase();
  const base = await scriptOf(plainTarget(engine), [], ':r1');
  expect(await database.runText(base)).toMatchObject({ status: 0, stderr: '' });
  return database;
}

async function did(database: Database, sql: string): Promise<void> {
  const ran = await database.runText(sql, { strict: true });
  expect(ran, ran.stderr).toMatchObject({ status: 0 });
}

interface Attempt {
  readonly script: string;
  readonly says: string;
  readonly manner?: Manner;
}

async function refused(engine: Engine, database: Database, { script, says, manner = {} }: Attempt): Promise<void> {
  const stood = await database.catalog({ rows: true });
  for (const way of waysOf(engine)) {
    const { status, stdout, stderr } = await database.runText(way.change(script), { ...way.manner, ...manner });
    if (!way.silent) expect(status, way.name).not.toBe(0);
    expect(stdout + stderr, way.name).toContain(`migration refused: upgrade.sql ${says}`);
    expect(stdout, way.name).not.toContain('committed');
    expect(await database.catalog({ rows: true }), way.name).toEqual(stood);
  }
}

async function applied(database: Database, script: string, manner: Manner = {}): Promise<void> {
  const ran = await database.runText(script, manner);
  expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
  expect(await database.rows('items')).toEqual([['1', '0']]);
  const again = await database.runText(script, manner);
  expect(again.stdout + again.stderr).toContain('already applied: the database is at r2');
}

const titles = { postgresql: 'PostgreSQL', mariadb: 'MariaDB', mysql: 'MySQL', sqlite: 'SQLite' } as const;

describeEngines(
  'expectations',
  (engine) => {
    const { dialect } = engine;
    const scriptFor = (more: string, ups = [work], version = engine.version): Promise<string> =>
      scriptOf(`dialect = "${dialect}"\nversion = "${version}"\n${more}`, ups, `r1:r${ups.length + 1}`);

    test.runIf(dialect !== 'sqlite')('another database', async () => {
      const database = await opened(engine);
      const says = `expects the database elsewhere, but this is ${database.name}`;
      const elsewhere = await scriptFor('database = "elsewhere"');
      expect(elsewhere).toContain('--   it expects the database elsewhere\n');
      await refused(engine, database, { script: elsewhere, says });
      await applied(database, await scriptFor(`database = "${database.name}"`));
      const again = await database.runText(elsewhere);
      expect(again.stdout + again.stderr).toContain(says);
    });

    test('an older server', async () => {
      const database = await opened(engine);
      const newer = { postgresql: '49.1', mariadb: '19.9', mysql: '5.6.99', sqlite: '3.999' }[dialect];
      const script = await scriptFor('expect = "version"', [work], newer);
      await refused(engine, database, { script, says: `expects ${titles[dialect]} ${newer} or later, but the ` });
      await applied(database, await scriptFor('expect = "version"'));
    });

    test.runIf(dialect === 'mysql')('a server that is too old to have the session closed by its new name', async () => {
      const database = await opened(engine);
      const stood = await database.catalog({ rows: true });
      const script = await scriptFor('expect = "version"', [work], '8.0');
      for (const way of waysOf(engine)) {
        await database.runText(way.change(script), way.manner);
        expect(await database.catalog({ rows: true }), way.name).toEqual(stood);
      }
    });

    test.runIf(isOfMysql(engine))('another product', async () => {
      const other = dialect === 'mysql' ? 'mariadb' : 'mysql';
      const script = await scriptOf(`dialect = "${other}"\nversion = "5.5"\nexpect = "version"`, [work], 'r1:r2');
      const database = await opened(engine);
      const ran = await database.runText(script);
      if (dialect === 'mariadb') {
        expect(ran.stdout).toContain('upgrade.sql expects MySQL 5.5 or later, but the server is 10.');
      }
      expect(ran.status).not.toBe(0);
      expect(await database.rows('migrator_version')).toEqual([['r1']]);
    });

    test.runIf(dialect === 'postgresql')('no schema', async () => {
      const database = await engine.createDatabase();
      const script = await scriptOf(plainTarget(engine, 'schema = "shop"\nexpect = "schema"'), [], ':r1');
      await refused(engine, database, { script, says: 'expects the schema shop, but there is none' });
      await did(database, 'create schema shop;\n');
      expect(await database.runText(script)).toMatchObject({ status: 0 });
      expect(await database.rows('shop.item')).toEqual([['1', '0']]);
    });

    test.runIf(isOfMysql(engine))('rights of an account', async () => {
      const database = await opened(engine);
      const [name, user] = [database.name, `u_${database.name}`];
      await did(
        database,
        `create user ${user}@localhost;\ngrant select, create, update, delete on ${name}.* to ${user}@localhost;\n` +
          `grant insert on ${name}.migrator_version to ${user}@localhost;\n` +
          `grant insert on ${name}.migrator_version_ledger to ${user}@localhost;\n` +
          `grant insert on ${name}.migrator_version_log to ${user}@localhost;\n`,
      );
      const manner = { args: [`--user=${user}`] };
      const script = await scriptFor('expect = "privileges"');
      const missing: readonly (readonly [deed: string, grant: string])[] = [
        ['create views in the database', `create view on ${name}.*`],
        ['alter table item', `alter, index on ${name}.item`],
        ['drop table item', `drop on ${name}.item`],
        ['insert into items, as a table is to be called', `create, insert on ${name}.items`],
      ];
      for (const [deed, grant] of missing) {
        const says = `expects the right to ${deed}, which ${user}@localhost has not`;
        await refused(engine, database, { script, manner, says });
        await did(database, `grant ${grant} to ${user}@localhost;\n`);
      }
      await applied(database, script, manner);
    });

    test.runIf(isOfMysql(engine))('rights table by table, on names that are yet to be', async () => {
      const database = await opened(engine);
      const [name, user] = [database.name, `u_${database.name}`];
      const own = ['', '_ledger', '_log'].map((word) => `${name}.migrator_version${word}`);
      const grants = [...own, `${name}.a`].map((on) => `grant select, create, insert, update, delete on ${on}`);
      await did(
        database,
        `create user ${user}@localhost;\n${grants.map((one) => `${one} to ${user}@localhost;\n`).join('')}`,
      );
      const up = `
        op.createTable('a', (t) => { t.integer('id').notNullable().primary(); t.integer('n').index(); });
        op.renameTable('a', 'b');
        op.execute('delete from b');
        op.createTable('c', (t) => { t.integer('id').notNullable().primary(); });`;
      const script = await scriptFor('expect = "privileges"', [up]);
      const manner = { args: [`--user=${user}`] };
      await refused(engine, database, { script, manner, says: 'expects the right to create in the database' });
      await did(database, `grant create on ${name}.c to ${user}@localhost;\n`);
      const missing: readonly (readonly [deed: string, rights: string, on: string])[] = [
        ['create b', 'CREATE', 'b'],
        ['insert into b', 'CREATE, INSERT', 'b'],
        ['alter a', 'CREATE, ALTER', 'a'],
        ['drop a', 'CREATE, DROP', 'a'],
        ['delete from b', 'CREATE, DELETE', 'b'],
      ];
      for (const [deed, rights, on] of missing) {
        const remedy = `GRANT ${rights} ON ${name}.${on}`;
        const { status, stdout } = await database.runText(script, manner);
        expect(status).not.toBe(0);
        const says = `upgrade.sql expects the right to ${deed}, as a table is to be called, which ${user}@localhost has not: `;
        expect(stdout).toContain(says + remedy);
        await did(database, `${remedy} to ${user}@localhost;\n`);
      }
      const ran = await database.runText(script, manner);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
    });

    test.runIf(isOfMysql(engine))("rights on the script's own tables, which are yet to be", async () => {
      const database = await engine.createDatabase();
      const [name, user] = [database.name, `u_${database.name}`];
      await did(
        database,
        `create user ${user}@localhost;\ngrant select, create on ${name}.* to ${user}@localhost;\n` +
          `grant all on ${name}.item to ${user}@localhost;\n`,
      );
      const script = await scriptOf(plainTarget(engine, 'expect = "privileges"'), [], ':r1');
      const manner = { args: [`--user=${user}`] };
      const missing: readonly (readonly [deed: string, right: string, on: string])[] = [
        ['insert into', 'INSERT', ''],
        ['insert into', 'INSERT', '_ledger'],
        ['insert into', 'INSERT', '_log'],
        ['update', 'UPDATE', ''],
        ['update', 'UPDATE', '_ledger'],
        ['delete from', 'DELETE', '_ledger'],
      ];
      for (const [deed, right, on] of missing) {
        const table = `migrator_version${on}`;
        const remedy = `GRANT CREATE, ${right} ON ${name}.${table}`;
        const says = `expects the right to ${deed} ${table}, as a table is to be called, which ${user}@localhost has not`;
        await refused(engine, database, { script, manner, says: `${says}: ${remedy}` });
        await did(database, `${remedy} to ${user}@localhost;\n`);
      }
      expect(await database.runText(script, manner)).toMatchObject({ status: 0 });
    });

    test.runIf(dialect === 'postgresql' || dialect === 'mariadb')('a role that gets rights', async () => {
      const database = await opened(engine);
      const [name, host] = [`r_${database.name}`, dialect === 'mariadb' ? '@localhost' : ''];
      const grant = `op.grant(['select'], 'item', '${name}${host}'); op.grant(['select'], 'item', 'public');`;
      const script = await scriptFor('expect = "roles"', [grant + work]);
      const who = dialect === 'mariadb' ? `account '${name}'@'localhost'` : `role ${name}`;
      await refused(engine, database, { script, says: `expects the ${who}, but there is none` });
      await did(database, `create user ${name}${host};\n`);
      await applied(database, script);
    });

    test.runIf(dialect === 'mariadb')('a name that may be that of a role', async () => {
      const database = await opened(engine);
      const name = `r_${database.name}`;
      const script = await scriptFor('expect = "roles"', [`op.grant(['select'], 'item', '${name}');${work}`]);
      const says = `expects the role ${name} or the account '${name}'@'%', but there is neither`;
      await refused(engine, database, { script, says });
      await did(database, `create role ${name};\n`);
      await applied(database, script);
    });

    test.runIf(dialect === 'mariadb')('accounts that are not shown are not missed', async () => {
      const database = await opened(engine);
      const [name, user, other] = [database.name, `u_${database.name}`, `o_${database.name}`];
      await did(
        database,
        `create user ${user}@localhost;\ncreate user ${other}@localhost;\ngrant all on ${name}.* to ${user}@localhost with grant option;\n`,
      );
      await did(database, `create role ro_${name};\n`);
      const script = await scriptFor('expect = "roles"', [
        `op.grant(['select'], 'item', '${other}@localhost');op.grant(['select'], 'item', 'ro_${name}');${work}`,
      ]);
      await applied(database, script, { args: [`--user=${user}`] });
    });

    test.runIf(dialect === 'mariadb')('rights that a role brings along are not missed', async () => {
      const database = await opened(engine);
      const [name, user] = [database.name, `u_${database.name}`];
      await did(
        database,
        `create user ${user}@localhost;\ncreate role r_${name};\ngrant all on ${name}.* to r_${name};\n` +
          `grant r_${name} to ${user}@localhost;\nset default role r_${name} for ${user}@localhost;\n`,
      );
      await applied(database, await scriptFor('expect = "privileges"'), { args: [`--user=${user}`] });
    });

    test.runIf(dialect === 'postgresql')('rights of an account', async () => {
      const database = await opened(engine);
      const user = `u_${database.name}`;
      const as = async (more: string) => `SET ROLE ${user};\n${await scriptFor(more)}`;
      await did(
        database,
        `create role ${user};\ngrant all on migrator_version, migrator_version_ledger, migrator_version_log to ${user};\n`,
      );
      const says = (words: string) => ({ says: words });
      const script = await as('expect = ["privileges"]');
      const creating = `expects the right to create in schema public, which ${user} has not`;
      await refused(engine, database, { script, ...says(creating) });
      await did(database, `grant create on schema public to ${user};\n`);
      const owning = 'expects to be the owner of table item, which belongs to postgres';
      await refused(engine, database, { script, ...says(owning) });
      await did(database, `alter table item owner to ${user};\n`);
      await applied(database, script);
      const update = await scriptOf(
        plainTarget(engine, 'expect = "privileges"'),
        [work, "op.execute('update other set n = 1');"],
        'r2:r3',
      );
      await did(database, 'create table other (n integer);\n');
      await refused(engine, database, {
        script: `SET ROLE ${user};\n${update}`,
        says: 'expects the right to update table other, which belongs to postgres',
      });
      const counts = await scriptOf(
        plainTarget(engine, 'expect = "privileges"'),
        [work, "op.createForeignKey('item_thing', 'items', 'thing', ['n'], ['id']);"],
        'r2:r3',
      );
      await did(database, `alter table thing owner to postgres;\ngrant references on thing to ${user};\n`);
      const read = await database.runText(`SET ROLE ${user};\n${counts}`);
      expect(read.stderr).toContain('expects the right to read table thing, which belongs to postgres');
      const empties = [work, "return op.knex('thing').truncate();"];
      const emptied = await scriptOf(plainTarget(engine, 'expect = "privileges"'), empties, 'r2:r3');
      const kept = await database.runText(`SET ROLE ${user};\n${emptied}`);
      expect(kept.stderr).toContain(
        `expects the right to truncate table thing, which belongs to postgres: GRANT TRUNCATE ON thing TO ${user}`,
      );
      const chooses = [work, "op.execute('update items set n = 1 where id = 1');"];
      const chosen = await scriptOf(plainTarget(engine, 'expect = "privileges"'), chooses, 'r2:r3');
      await did(database, `revoke select on items from ${user};\n`);
      const changed = await database.runText(`SET ROLE ${user};\n${chosen}`);
      expect(changed.stderr).toContain(
        `expects the right to read table items, which belongs to ${user}: GRANT SELECT ON items TO ${user}`,
      );
    });

    test.runIf(dialect === 'postgresql')('a script writes into its own tables, and asks whether it may', async () => {
      const database = await opened(engine);
      const user = `u_${database.name}`;
      const own = ['migrator_version', 'migrator_version_ledger', 'migrator_version_log'];
      await did(
        database,
        `create role ${user};\nalter table item owner to ${user};\ngrant select on ${own.join(', ')} to ${user};\n`,
      );
      const change = `op.addColumn('item', (t) => t.integer('m'));`;
      const script = `SET ROLE ${user};\n${await scriptFor('expect = "privileges"', [change])}`;
      const [version, ledger, log] = own;
      const missing: readonly (readonly [says: string, right: string, on: string])[] = [
        [`insert into tables ${ledger}, ${log}`, 'insert', `${ledger}, ${log}`],
        [`update tables ${version}, ${ledger}`, 'update', `${version}, ${ledger}`],
        [`delete from table ${ledger}`, 'delete', `${ledger}`],
      ];
      for (const [says, right, on] of missing) {
        await refused(engine, database, { script, says: `expects the right to ${says}, which` });
        await did(database, `grant ${right} on ${on} to ${user};\n`);
      }
      expect(await database.runText(script)).toMatchObject({ status: 0 });
    });

    test.runIf(dialect !== 'sqlite')('an account that may not read where the database stands', async () => {
      const database = await opened(engine);
      const [user, at] = [`u_${database.name}`, isOfMysql(engine) ? '@localhost' : ''];
      const own = ['migrator_version', 'migrator_version_ledger', 'migrator_version_log'];
      const place = isOfMysql(engine) ? `${database.name}.` : '';
      const grants = own.map((table) => `grant insert, update, delete on ${place}${table} to ${user}${at};\n`);
      await did(database, `create ${isOfMysql(engine) ? 'user' : 'role'} ${user}${at};\n${grants.join('')}`);
      const script = await scriptFor('expect = "privileges"', [`op.execute('update item set n = 1');`]);
      const says = `expects the right to read tables ${own.join(', ')}, which`;
      const manner = isOfMysql(engine) ? { args: [`--user=${user}`] } : {};
      const asRole = isOfMysql(engine) ? '' : `SET ROLE ${user};\n`;
      await refused(engine, database, { script: asRole + script, says, manner });
    });

    test.runIf(dialect === 'postgresql')('only what has to be made needs the right to make it', async () => {
      const database = await opened(engine);
      const user = `u_${database.name}`;
      await did(
        database,
        `create role ${user};\nalter table item owner to ${user};\n` +
          `grant all on migrator_version, migrator_version_ledger, migrator_version_log to ${user};\n`,
      );
      const change = `op.addColumn('item', (t) => t.integer('m'));`;
      const script = `SET ROLE ${user};\n${await scriptFor('expect = "privileges"', [change])}`;
      const makes = await scriptFor('expect = "privileges"', [
        `op.createTable('item', (t) => t.integer('id'), { ifNotExists: true });`,
      ]);
      const says = `expects the right to create in schema public, which ${user} has not: GRANT CREATE ON SCHEMA public TO ${user}`;
      await refused(engine, database, { script: `SET ROLE ${user};\n${makes}`, says });
      const beside = [
        `op.createUniqueConstraint('u', 'item', ['n']);`,
        `op.addColumn('item', (t) => t.specificType('m', 'serial'));`,
        `op.alterColumn('item', 'id', { identity: { always: false } });`,
      ];
      for (const up of beside) {
        const { stderr } = await database.runText(
          `SET ROLE ${user};\n${await scriptFor('expect = "privileges"', [up])}`,
        );
        expect(stderr, up).toContain(`migration refused: upgrade.sql ${says}`);
      }
      await did(database, 'alter table migrator_version_log rename to away;\n');
      await refused(engine, database, { script, says });
      await did(database, 'alter table away rename to migrator_version_log;\n');
      expect(await database.runText(script)).toMatchObject({ status: 0 });
    });

    test.runIf(dialect === 'postgresql')('partitions that belong to others', async () => {
      const database = await opened(engine);
      const user = `u_${database.name}`;
      const makes = `
        op.createTable('root', (t) => t.integer('id').notNullable());
        op.createTable('part', (t) => { t.integer('id').notNullable(); t.integer('n').checkPositive('c0'); }, { partitionBy: 'range (id)', partitions: [
          { name: 'p1', values: "from (0) to (10)" }, { name: 'p2', values: "from (10) to (20)" }] });
        op.createFunction('same', '() returns trigger language plpgsql as $$ begin return new; end $$', { arguments: '()' });`;
      const script = async (change: string) => {
        const text = await scriptOf(plainTarget(engine, 'expect = "privileges"'), [makes, change], 'r2:r3');
        return `SET ROLE ${user};\n${text}`;
      };
      expect(await database.runText(await scriptFor('', [makes]))).toMatchObject({ status: 0 });
      await did(
        database,
        `create role ${user};\nalter table part owner to ${user};\ncreate table public.p21 () inherits (item);\n` +
          `alter table item owner to ${user};\ncreate table public.leaf () inherits (root);\nalter table root owner to ${user};\n` +
          `grant all on migrator_version, migrator_version_ledger, migrator_version_log to ${user};\n`,
      );
      const owner = (tables: string) => `expects to be the owner of ${tables} to postgres`;
      const trigger = (each: string) =>
        `op.createTrigger('tr', 'part', 'before insert on part ${each} execute function same()');`;
      const refusals: readonly (readonly [change: string, says: string])[] = [
        [`op.addColumn('part', (t) => t.integer('x'));`, owner('tables p1, p2, which belong')],
        [`op.alterColumn('part', 'n', { default: 1 });`, owner('tables p1, p2, which belong')],
        [`op.createCheckConstraint('c', 'part', 'n > 0');`, owner('tables p1, p2, which belong')],
        [`op.renameConstraint('c0', 'c1', 'part');`, owner('tables p1, p2, which belong')],
        [`op.createPrimaryKey('k', 'part', ['id', 'n']);`, owner('tables p1, p2, which belong')],
        [`op.addColumn('item', (t) => t.integer('x'));`, owner('table p21, which belongs')],
        [`op.dropPartition('part', 'p1', { dataLoss: 'old' });`, owner('table p1, which belongs')],
        [trigger('for each row'), 'expects the right to make triggers of tables p1, p2, which belong to postgres'],
      ];
      const added = await database.runText(await script(`op.addPartition('part', 'p3', 'default');`));
      expect(added.stderr).toContain(`expects the right to create in schema public, which ${user} has not`);
      await did(database, `grant create on schema public to ${user};\n`);
      for (const [change, says] of refusals) {
        const { stderr } = await database.runText(await script(change));
        expect(stderr).toContain(`migration refused: upgrade.sql ${says}`);
      }
      const rootKey = `op.createPrimaryKey('k', 'root', ['id']);`;
      const keyed = await database.runText(await script(rootKey));
      expect(keyed.stderr.includes(owner('table leaf, which belongs'))).toBe(Number.parseInt(engine.version, 10) < 18);
      const passes = `op.createPrimaryKey('part_key', 'part', ['id']); op.createIndex('part_n', 'part', ['n']); op.createTableComment('part', 'x'); ${trigger('')}`;
      const ran = await database.runText(await script(passes));
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
    });

    test.runIf(dialect === 'postgresql')('what has an owner of its own', async () => {
      const database = await opened(engine);
      const user = `u_${database.name}`;
      const makes = `
        op.createSequence('counter');
        op.createSchema('shed');
        op.createEnum('mood', ['a', 'b']);
        op.createTable('serial', (t) => { t.increments('id'); t.integer('n'); });
        op.createTable('own', (t) => { t.integer('id').notNullable(); t.integer('n'); });
        op.alterColumn('own', 'id', { identity: { always: false } });
        op.createFunction('half', '(n integer) returns integer language sql as $$ select n / 2 $$', { arguments: '(integer)' });`;
      const changes = `
        op.alterSequence('counter', { maxValue: 500 });
        op.replaceFunction('half', '(n integer) returns integer language sql as $$ select n / 3 $$', { arguments: '(integer)' });
        op.renameEnumValue('mood', 'a', 'c');
        op.dropSchema('shed');`;
      expect(await database.runText(await scriptFor('', [makes]))).toMatchObject({ status: 0 });
      await did(
        database,
        `create role ${user};\ngrant all on all tables in schema public to ${user};\ngrant create on schema public to ${user};\n`,
      );
      const change = await scriptOf(plainTarget(engine, 'expect = "privileges"'), [makes, changes], 'r2:r3');
      const script = `SET ROLE ${user};\n${change}`;
      for (const [thing, named] of [
        ['sequence counter', 'sequence counter'],
        ['function half', 'function half(integer)'],
        ['type mood', 'type mood'],
        ['schema shed', 'schema shed'],
      ]) {
        await refused(engine, database, {
          script,
          says: `expects to be the owner of ${thing}, which belongs to postgres`,
        });
        await did(database, `alter ${named} owner to ${user};\n`);
      }
      expect(await database.runText(script)).toMatchObject({ status: 0 });
      await did(database, `revoke create on schema public from ${user};\n`);
      const loses = `op.dropEnumValue('mood', 'c');`;
      const made = await scriptOf(plainTarget(engine, 'expect = "privileges"'), [makes, changes, loses], 'r3:r4');
      const says = `expects the right to create in schema public, which ${user} has not`;
      await refused(engine, database, { script: `SET ROLE ${user};\n${made}`, says });
      await did(database, `grant create on schema public to ${user};\n`);
      expect(await database.runText(`SET ROLE ${user};\n${made}`)).toMatchObject({ status: 0 });
      const rows = ['serial', 'own'].map((one) => `op.bulkInsert('${one}', [{ n: 1 }]);`).join('\n');
      const filled = await scriptOf(
        plainTarget(engine, 'expect = "privileges"'),
        [makes, changes, loses, rows],
        'r4:r5',
      );
      const lacks = `expects the right to use sequence serial_id_seq, which ${user} has not: GRANT USAGE ON SEQUENCE serial_id_seq TO ${user}`;
      await refused(engine, database, { script: `SET ROLE ${user};\n${filled}`, says: lacks });
      await did(database, `grant usage on sequence serial_id_seq to ${user};\n`);
      expect(await database.runText(`SET ROLE ${user};\n${filled}`)).toMatchObject({ status: 0 });
    });

    test.runIf(isOfMysql(engine))('rights that an account may not give on', async () => {
      const database = await opened(engine);
      const [name, user, reader] = [database.name, `u_${database.name}`, `r_${database.name}`];
      await did(
        database,
        `create user ${user}@localhost;\ncreate user ${reader}@localhost;\ngrant all on ${name}.* to ${user}@localhost;\n`,
      );
      const gives = `op.grant(['select'], 'item', '${reader}@localhost');`;
      const script = await scriptFor('expect = "privileges"', [gives]);
      const manner = { args: [`--user=${user}`] };
      const says = `expects the right to give and take rights on table item, which ${user}@localhost has not`;
      await refused(engine, database, { script, manner, says });
      await did(database, `grant grant option on ${name}.* to ${user}@localhost;\n`);
      expect(await database.runText(script, manner)).toMatchObject({ status: 0 });
    });

    test.runIf(isOfMysql(engine))('rights that go to a new name', async () => {
      const database = await opened(engine);
      const [name, user, reader] = [database.name, `u_${database.name}`, `r_${database.name}`];
      await did(
        database,
        `create user ${user}@localhost;\ncreate user ${reader}@localhost;\ngrant all on ${name}.* to ${user}@localhost;\n`,
      );
      const gives = `op.grant(['select'], 'item', '${reader}@localhost');`;
      await did(database, await scriptFor('', [gives]));
      const renames = [gives, `op.renameTable('item', 'items');`];
      const script = await scriptOf(plainTarget(engine, 'expect = "privileges"'), renames, 'r2:r3');
      const manner = { args: [`--user=${user}`] };
      for (const table of ['item', 'items']) {
        const { stdout, status } = await database.runText(script, manner);
        const remedy = `GRANT CREATE, GRANT OPTION ON ${name}.${table}`;
        expect(status).not.toBe(0);
        expect(stdout).toContain(
          `upgrade.sql expects the right to give and take rights on table ${table}, which ${user}@localhost has not: ${remedy}`,
        );
        await did(database, `${remedy} to ${user}@localhost;\n`);
      }
      const ran = await database.runText(script, manner);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
    });

    const half = (says: string) =>
      `op.createFunction('half', '(n int) returns int ${says} return n / 2', { arguments: '(int)' });`;
    const withLog = (script: string): string => script.replaceAll('@@log_bin AND', '1 AND');

    test.runIf(isOfMysql(engine))('functions and triggers that a binary log keeps an account from making', async () => {
      const database = await opened(engine);
      const [name, user] = [database.name, `u_${database.name}`];
      await did(database, `create user ${user}@localhost;\ngrant all on ${name}.* to ${user}@localhost;\n`);
      const manner = { args: [`--user=${user}`] };
      const trigger = `op.createTrigger('item_n', 'item', 'before insert on item for each row set new.n = 1');`;
      const raw = "op.execute('drop trigger item_n');";
      const script = withLog(await scriptFor('', [half('no sql') + trigger + raw + work]));
      const which = 'function half, trigger item_n';
      const says = `expects the right SUPER or log_bin_trust_function_creators = ON for ${which}, because the server keeps a binary log, but ${user}@localhost has it not`;
      await refused(engine, database, { script, manner, says });
      await did(database, `grant super on *.* to ${user}@localhost;\n`);
      await applied(database, script, manner);
    });

    test.runIf(isOfMysql(engine))('a server that is read-only', async () => {
      const database = await opened(engine);
      const [name, user] = [database.name, `u_${database.name}`];
      await did(database, `create user ${user}@localhost;\ngrant all on ${name}.* to ${user}@localhost;\n`);
      const manner = { args: [`--user=${user}`] };
      const script = await scriptFor('');
      const right = dialect === 'mariadb' ? 'READ_ONLY ADMIN' : 'SUPER';
      const says = `expects a server that takes changes, but read_only is ON, and ${user}@localhost lacks ${right}`;
      await did(database, 'set global read_only = 1;\n');
      try {
        await refused(engine, database, { script, manner, says });
        await did(database, `grant ${right} on *.* to ${user}@localhost;\n`);
        await applied(database, script, manner);
      } finally {
        await did(database, 'set global read_only = 0;\n');
      }
    });

    test.runIf(dialect === 'postgresql')('a standby', async () => {
      const database = await opened(engine);
      const script = await scriptFor('');
      const standby = script.replaceAll('pg_is_in_recovery()', 'true');
      const says = 'expects a server that takes changes, but this one is a standby';
      await refused(engine, database, { script: standby, says });
      await applied(database, script);
    });

    test.runIf(isOfMysql(engine))('functions that a binary log keeps everybody from making', async () => {
      const database = await opened(engine);
      const script = withLog(await scriptFor('', [half('modifies sql data') + work]));
      const says =
        'expects log_bin_trust_function_creators = ON for function half, not said to be DETERMINISTIC, NO SQL or READS SQL DATA, because the server keeps a binary log';
      await refused(engine, database, { script, says });
      await applied(database, withLog(await scriptFor('', [half('deterministic') + work])));
    });

    test.runIf(dialect === 'mariadb')('a table without a primary key, where the server takes none', async () => {
      const database = await opened(engine);
      const script = await scriptFor('', [`op.createTable('bare', (t) => { t.integer('n'); });${work}`]);
      const says = 'expects innodb_force_primary_key = OFF for what is left without a primary key: bare';
      await did(database, 'set global innodb_force_primary_key = 1;\n');
      try {
        await refused(engine, database, { script, says });
      } finally {
        await did(database, 'set global innodb_force_primary_key = 0;\n');
      }
      await applied(database, script);
    });

    test.runIf(isOfMysql(engine))('rights on routines', async () => {
      const database = await opened(engine);
      const [name, user, other] = [database.name, `u_${database.name}`, `o_${database.name}`];
      const makes = `${half('no sql')} op.createProcedure('tell', '() select 1');`;
      const changes = `op.dropFunction('half', { arguments: '(int)' }); op.grant(['execute'], 'tell', '${other}@localhost', { on: 'procedure' });`;
      await did(database, await scriptFor('', [makes]));
      await did(
        database,
        `create user ${user}@localhost;\ncreate user ${other}@localhost;\ngrant select, insert, update, delete, create on ${name}.* to ${user}@localhost;\n`,
      );
      const script = await scriptOf(plainTarget(engine, 'expect = "privileges"'), [makes, changes], 'r2:r3');
      const manner = { args: [`--user=${user}`] };
      const lacking: readonly (readonly [deed: string, grant: string])[] = [
        ['alter and drop function half', `alter routine on function ${name}.half to ${user}@localhost`],
        [
          'give and take rights on procedure tell',
          `execute on procedure ${name}.tell to ${user}@localhost with grant option`,
        ],
      ];
      for (const [deed, grant] of lacking) {
        const says = `expects the right to ${deed}, which ${user}@localhost has not`;
        await refused(engine, database, { script, manner, says });
        await did(database, `grant ${grant};\n`);
      }
      expect(await database.runText(script, manner)).toMatchObject({ status: 0 });
    });

    const taken: readonly (readonly [kind: string, make: string, drop: string])[] = [
      ['table thing', 'create table thing (n integer);\n', 'drop table thing;\n'],
      ['view seen', 'create table seen (n integer);\n', 'drop table seen;\n'],
      ...(dialect === 'postgresql'
        ? ([
            ['table thing', "create type thing as enum ('a');\n", 'drop type thing;\n'],
            ['table items', 'create domain items as integer;\n', 'drop domain items;\n'],
          ] as const)
        : []),
      ['table items', 'create view items as select n from item;\n', 'drop view items;\n'],
      ...(isOfMysql(engine)
        ? []
        : [['index item_n', 'create index item_n on item (id);\n', 'drop index item_n;\n'] as const]),
    ];

    test('names that are taken', async () => {
      const database = await opened(engine);
      const script = await scriptFor('expect = ["free names"]');
      for (const [what, make, drop] of taken) {
        await did(database, make);
        await refused(engine, database, { script, says: `makes ${what}, but that name is taken already` });
        await did(database, drop);
      }
      const three = taken.filter(([, make]) => /^create (?:table|view)/.test(make));
      await did(database, three.map(([, make]) => make).join(''));
      await refused(engine, database, { script, says: 'makes tables items, thing, but those names are taken' });
      await did(database, three.map(([, , drop]) => drop).join(''));
      await applied(database, script);
    });

    test('names that the script gives away first, or makes only where nothing has them', async () => {
      const database = await opened(engine);
      await did(database, 'create table thing (n integer);\n');
      const up = `
        op.renameTable('item', 'items');
        op.createTable('item', (t) => { t.integer('id'); });
        op.dropTable('item');
        op.createTable('item', (t) => { t.integer('id'); });
        op.createTable('thing', (t) => { t.integer('id'); }, { ifNotExists: true });
      `;
      await applied(database, await scriptFor('expect = ["free names"]', [up]));
    });

    test('a script that stopped goes on, whatever names it has made', async () => {
      const database = await opened(engine);
      const [first, second] = [
        `op.createTable('thing', (t) => { t.integer('id'); });`,
        `op.createTable('other', (t) => { t.integer('id'); }); op.execute('insert into item (id, n) values (1, 1)');`,
      ];
      const both = await scriptFor('expect = ["free names", "version"]', [first, second]);
      const stopped = await database.runText(both);
      expect(stopped.status).not.toBe(0);
      expect(await database.rows('migrator_version')).toEqual([['r2']]);
      await did(database, 'delete from item;\n');
      const rest =
        dialect === 'sqlite'
          ? await scriptOf(plainTarget(engine, 'expect = "free names"'), [first, second], 'r2:r3')
          : both;
      const ran = await database.runText(rest);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
      expect(await database.rows('migrator_version')).toEqual([['r3']]);
    });

    test('a script that stopped within its first revision goes on', async () => {
      const database = await opened(engine);
      const up = `op.createTable('thing', (t) => { t.integer('id'); }); op.execute('insert into item (id, n) values (1, 1)');`;
      const script = await scriptFor('expect = ["free names"]', [up]);
      expect((await database.runText(script)).status).not.toBe(0);
      expect(await database.rows('migrator_version')).toEqual([['r1']]);
      await did(database, 'delete from item;\n');
      const ran = await database.runText(script);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
      expect(await database.rows('migrator_version')).toEqual([['r2']]);
    });
  },
  withOnePostgres,
);

describeEngines(
  'rows that nothing could undo',
  (engine) => {
    const rows = "op.execute('update item set n = 1');";
    const columns = "op.addColumn('item', (t) => t.integer('m'));";

    test('are not changed, and the preflight says so; the schema of their table is', async () => {
      const database = await opened(engine);
      const root = projectOf(plainTarget(engine), [columns, rows]);
      const { upgrade, preflight } = await compileProject(root, 'here', 'r2:r3').finally(() =>
        rmSync(root, { recursive: true, force: true }),
      );
      await did(database, 'alter table item engine = MyISAM;');
      await did(database, await scriptOf(plainTarget(engine), [columns], 'r1:r2'));
      const says = 'expects table item to undo what fails, but its engine MyISAM cannot';
      await refused(engine, database, { script: upgrade, says });
      const asked = await database.runText(preflight);
      expect(asked.stdout + asked.stderr).toContain(says);
      expect(asked.status).not.toBe(0);
      await did(database, 'alter table item engine = InnoDB; alter table migrator_version engine = MyISAM;');
      await refused(engine, database, { script: upgrade, says: says.replace('item', 'migrator_version') });
      await did(database, 'alter table migrator_version engine = InnoDB;');
      await did(database, preflight);
      await did(database, upgrade);
    });
  },
  ['mariadb', 'mysql'],
);
