/** A project of knex migrations with its knexfile: what is taken from it, how migrator.toml is made of it, and what is said when it cannot be loaded. */

import { describe, expect, onTestFinished, test } from 'vitest';
import { expectSaid } from './mistake.ts';
import { type Files, stage } from './transcript.ts';

const toml = (knex = '', rest = '[target.main]\ndialect = "postgresql"\n'): string =>
  `[migrator]\nformat = "knex"\n\n[knex]\nfile = "knexfile.js"\n${knex}\n${rest}`;

const orders = `exports.up = (knex) => knex.schema.createTable('orderItem', (t) => t.integer('itemId'));
exports.down = (knex) => knex.schema.dropTable('orderItem');
`;

const project = (knexfile: string, knex = '', more: Files = {}): Files => ({
  'migrator.toml': toml(knex),
  'knexfile.js': knexfile,
  'migrations/1_orders.js': orders,
  ...more,
});

const prefix = "wrapIdentifier: (name, wrap) => wrap(name === '*' ? name : `x_${name}`)";

describe('the knexfile is read', () => {
  const forms: readonly (readonly [string, Files])[] = [
    ['an object', project(`module.exports = { client: 'pg', ${prefix} };`)],
    ['a function', project(`module.exports = () => ({ client: 'pg', ${prefix} });`)],
    ['an async function', project(`module.exports = async () => ({ client: 'pg', ${prefix} });`)],
    ['a promise', project(`module.exports = Promise.resolve({ client: 'pg', ${prefix} });`)],
    ['an ES module', project(`export default { client: 'pg', ${prefix} };`)],
    ['one environment of it', project(`exports.live = { client: 'pg', ${prefix} };`)],
    [
      'the environment that is named',
      project(
        `exports.development = { client: 'pg' }; exports.live = { client: 'pg', ${prefix} };`,
        'environment = "live"',
      ),
    ],
    [
      'TypeScript',
      {
        ...project(''),
        'migrator.toml': toml().replace('knexfile.js', 'db/knexfile.ts'),
        'db/knexfile.ts': `import { wrap } from './wrap';\nconst config: { client: string } = { client: 'pg', wrapIdentifier: wrap, migrations: { directory: '../migrations' } } as never;\nexport default config;\n`,
        'db/wrap.ts':
          'export const wrap = (name: string, make: (name: string) => string): string => make(`x_${name}`);\n',
      },
    ],
  ];
  test.each(forms)('%s', async (_, files) => {
    const { stdout, stderr } = await stage(files).run(['upgrade', '--sql']);
    expect(stderr).toBe('');
    expect(stdout).toContain('create table "x_orderItem" ("x_itemId" integer)');
    expect(stdout).toContain('"knex_migrations"');
  });

  test('what migrator.toml does not say is what it says', async () => {
    const knexfile = `module.exports = {
      client: 'pg', version: '12', connection: { host: 'nowhere' }, searchPath: ['shop', 'public'],
      migrations: {
        directory: ['./old', './new'], sortDirsSeparately: true, loadExtensions: ['.cjs'],
        tableName: 'done', schemaName: 'meta', disableTransactions: true,
      },
    };`;
    const files = {
      ...project(knexfile),
      'old/2_b.cjs': orders,
      'new/1_a.cjs': 'exports.up = exports.down = () => {};\n',
    };
    const there = stage(files);
    expect((await there.run(['history'])).stdout.match(/\d_\w\.cjs/g)).toEqual(['2_b.cjs', '1_a.cjs', '2_b.cjs']);
    const { stdout } = await there.run(['upgrade', '--sql']);
    expect(stdout).toContain('PostgreSQL 12');
    expect(stdout).toContain('"meta"."done"');
    expect(stdout).toContain('SET search_path TO "shop", public');
    const own = stage({
      ...files,
      'migrator.toml': toml('extensions = ".js"').replace('[knex]', 'locations = "migrations"\n[knex]'),
    });
    expect((await own.run(['history'])).stdout).toContain('1_orders.js');
  });

  test('a migration runs the seeds of it', async () => {
    const files = project("module.exports = { client: 'pg', seeds: { directory: 'db/seeds' } };", '', {
      'migrations/2_rows.js':
        "exports.up = (knex) => knex.seed.run({ specific: 'items.ts' });\nexports.down = () => {};\n",
      'db/seeds/items.ts':
        "export const seed = (knex: never) => (knex as Function)('orderItem').insert({ itemId: 7 });\n",
      'db/seeds/other.js': "exports.seed = () => { throw new Error('not this one'); };\n",
    });
    const { stdout, stderr } = await stage(files).run(['upgrade', '--sql']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/insert into "orderItem" \("itemId"\) values\s+\(7\)/);
    expect(stdout).toContain('db/seeds/items.ts:1');
  });

  const faults: Readonly<Record<string, readonly [Files, says: string, place: string]>> = {
    'there is none': [
      { 'migrator.toml': toml() },
      'no-knexfile: there is no knexfile knexfile.js',
      'migrator.toml:5:8',
    ],
    'no environment is chosen': [
      project("exports.development = { client: 'pg' }; exports.production = { client: 'pg' };"),
      'which-environment: knexfile.js has several environments, and none is chosen … "development", "production"',
      'knexfile.js',
    ],
    'another environment is named': [
      project("exports.development = { client: 'pg' };", 'environment = "live"'),
      'which-environment: knexfile.js has no environment "live" … "development"',
      'knexfile.js',
    ],
    'it exports nothing': [
      project('module.exports = 3;'),
      'bad-knexfile: knexfile.js exports no configuration of knex',
      'knexfile.js',
    ],
    'the migrations lie outside': [
      project("module.exports = { client: 'pg', migrations: { directory: '../migrations' } };"),
      'outside-project: knexfile.js has its migrations in ../migrations, outside of the project',
      'knexfile.js',
    ],
    'a version that the product cannot have': [
      project("module.exports = { client: 'pg', version: '2019' };"),
      'bad-value: the version in knexfile.js: "2019" is no version of postgresql … a version is such as "15"',
      'knexfile.js',
    ],
    'a version that is none': [
      project("module.exports = { client: 'pg', version: 'fifteen' };"),
      'bad-value: the version in knexfile.js: "fifteen" is not a version number … say it in digits and dots, here or as version of the target',
      'knexfile.js',
    ],
    'an environment without a file': [
      { 'migrator.toml': '[migrator]\nformat = "knex"\n[knex]\nenvironment = "live"\n' },
      'bad-value: knex.environment means nothing without knex.file',
      'migrator.toml:4:1',
    ],
    'a stub that is no text': [
      project('module.exports = {};', 'stubs = { config = 3 }'),
      'wrong-type: knex.stubs.config is the number 3; text is expected',
      'migrator.toml:6:20',
    ],
  };
  test.each(Object.entries(faults))('%s', async (_, [files, says, place]) => {
    const { code, stderr } = await stage(files).run(['history']);
    expect(code).toBe(2);
    expectSaid(stderr, says, place);
  });
});

describe('a migrationSource of its own', () => {
  const source = (body: string): string =>
    `const path = require('path');
const directory = path.join(__dirname, 'sql');
const names = ['1.10.0', '1.9.0'].reverse();
module.exports = { client: 'pg', migrations: { migrationSource: {
  async getMigrations() { return names.map((file) => ({ file, directory })); },
  getMigrationName: ({ file }) => file + '.js',
  getMigration: ({ file }) => require(path.join(directory, file)),
  ${body}
} } };
`;
  const files: Files = {
    ...project(source('')),
    'sql/1.9.0.js': orders,
    'sql/1.10.0.js': "exports.up = (knex) => knex('orderItem').insert({ itemId: 3 });\nexports.down = () => {};\n",
  };

  test('names the migrations, orders them and loads them', async () => {
    const there = stage(files);
    expect((await there.run(['history'])).stdout).toBe('1.9.0.js -> 1.10.0.js (head)\n<base> -> 1.9.0.js\n');
    const { stdout, stderr } = await there.run(['upgrade', '--sql']);
    expect(stderr).toBe('');
    expect(stdout.indexOf('insert into "orderItem"')).toBeGreaterThan(stdout.indexOf('create table "orderItem"'));
    expect(stdout).toContain('sql/1.10.0.js:1');
    expect((await there.run(['init', '--from-knex', '--dry-run'], { cwd: there.root })).stderr).toContain(
      'file-exists',
    );
  });

  test('gives way to locations of migrator.toml', async () => {
    const own = { ...files, 'migrator.toml': toml().replace('[knex]', 'locations = "migrations"\n[knex]') };
    expect((await stage(own).run(['history'])).stdout).toBe('<base> -> 1_orders.js (head)\n');
  });

  test('may have them in no file', async () => {
    const memory = `const all = { b: { up: (knex) => knex.schema.createTable('b', (t) => t.integer('i')), down() {} }, a: { up() {}, down() {} } };
exports.client = 'pg';
exports.migrations = { migrationSource: { getMigrations: async () => Object.keys(all), getMigrationName: (key) => key, getMigration: (key) => all[key] } };
`;
    const there = stage(project(memory));
    expect((await there.run(['history'])).stdout).toBe('b -> a (head)\n<base> -> b\n');
    expect((await there.run(['upgrade', '--sql'])).stdout).toContain('create table "b"');
    const fresh = stage({ 'knexfile.js': memory });
    const { stdout } = await fresh.run(['init', '--from-knex', '--dry-run']);
    expect(stdout).not.toMatch(/^locations/m);
    expect(stdout).toContain("# No locations: the knexfile's migrationSource says");
  });

  test.each([
    ['getMigrations() { throw new Error("no server"); }', 'threw in getMigrations: no server'],
    ['getMigrations: () => 3', 'gives no list of migrations'],
    ['getMigrationName: () => undefined', 'has a migration without a name'],
    ['getMigration: 3', 'has not all of getMigrations, getMigrationName and getMigration'],
  ])('%s', async (body, says) => {
    const { stderr } = await stage({ ...files, 'knexfile.js': source(body) }).run(['history']);
    expectSaid(stderr, `bad-migration-source: the migrationSource of knexfile.js ${says}`, 'knexfile.js');
  });
});

describe('init --from-knex', () => {
  const knexfile = `const pg = { client: 'pg', connection: process.env.SHOP_DATABASE };
module.exports = {
  development: { client: 'sqlite3' },
  production: { ...pg, version: '14', migrations: { tableName: 'done', directory: './migrations' } },
};
`;

  test('writes migrator.toml, with what holds in the environment', async () => {
    const there = stage({ 'knexfile.js': knexfile, 'migrations/1_orders.js': orders });
    const { code, stdout, stderr } = await there.run(['init', '--from-knex', '--environment', 'production']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'migrator.toml\n' });
    expect(stderr).toContain('next: migrator check --offline');
    expect(
      there.files()['migrator.toml'],
    ).toBe(`# The migrations of knexfile.js, as its environment production has them.
# See docs/configuration.md for every key.

[migrator]
format = "knex"
locations = "migrations"

[knex]
file = "knexfile.js"
environment = "production"

[target.main]
dialect = "postgresql"
version = "14"  # the oldest server that the scripts must run on
version_table = "done"
`);
    expect((await there.run(['check', '--offline'])).code).toBe(0);
    const again = await there.run(['init', '--from-knex']);
    expect(again.stderr).toContain('error[file-exists]: migrator.toml is there already');
  });

  test("takes knex's own environment where none is named", async () => {
    const there = stage({ 'knexfile.js': knexfile, 'migrations/1_orders.js': orders });
    const dialectIn = async (env: Readonly<Record<string, string>>) =>
      /dialect = "(\w+)"/.exec((await there.run(['init', '--from-knex', '--dry-run'], { env })).stdout)?.[1];
    expect(await dialectIn({})).toBe('sqlite');
    expect(await dialectIn({ NODE_ENV: 'production' })).toBe('postgresql');
    expect(there.files()).not.toHaveProperty('migrator.toml');
  });

  const clients: readonly (readonly [string, string])[] = [
    ["client: 'mysql2', version: '8.0'", 'mysql'],
    ["client: 'mysql2', version: '10.11'", 'mariadb'],
    ["client: 'better-sqlite3'", 'sqlite'],
    ["client: 'oracledb'", 'oracle'],
    ["client: 'cockroachdb'", 'cockroachdb'],
    ['client: class { get driverName() { return "pg"; } }', 'postgresql'],
  ];
  test.each(clients)('%s is %s', async (client, dialect) => {
    const there = stage({ 'knexfile.js': `module.exports = { ${client} };` });
    expect((await there.run(['init', '--from-knex', '--dry-run'])).stdout).toContain(`dialect = "${dialect}"`);
  });

  test('a client that may be either is said so', async () => {
    const there = stage({ 'knexfile.js': "module.exports = { client: 'mysql2' };" });
    const { stdout } = await there.run(['init', '--from-knex', '--dry-run']);
    expect(stdout).toContain(
      '# knex\'s client mysql2 is for MySQL and MariaDB: if it is MariaDB, write dialect = "mariadb".',
    );
  });

  test('what it needs to be loaded stands in migrator.toml', async () => {
    const there = stage({
      'db/knexfile.js': `require('../mail'); if (!process.env.SHOP_CLIENT) throw new Error('no client');
module.exports = { client: process.env.SHOP_CLIENT };`,
      'mail.js': "throw new Error('connect ECONNREFUSED 127.0.0.1:25');",
      'stubs/mail.js': '',
      'db/migrations/1_orders.js': orders,
      '.env.offline': 'SHOP_CLIENT=pg\n',
    });
    const made = [
      'init',
      '--from-knex',
      'db/knexfile.js',
      '--stub',
      '../mail=stubs/mail.js',
      '--env-file',
      '.env.offline',
    ];
    expect((await there.run(made)).stderr).toContain('next:');
    expect(there.files()['migrator.toml']).toContain(`locations = "db/migrations"

[knex]
file = "db/knexfile.js"
env_file = ".env.offline"
stubs = { "../mail" = "stubs/mail.js" }
`);
    expect((await there.run(['history'])).stdout).toContain('1_orders.js');
  });

  test.each([
    [{}, [], 'error[no-knexfile]: there is no knexfile in '],
    [
      { 'knexfile.js': "module.exports = { client: 'db2' };" },
      [],
      'error[which-dialect]: knexfile.js names the client "db2"',
    ],
    [
      { 'knexfile.js': "module.exports = { client: 'pg', version: '2019' };" },
      [],
      'error[bad-value]: the version in knexfile.js: "2019" is no version of postgresql\n  --> knexfile.js\n  help: a version is such as "15"',
    ],
    [
      { 'knexfile.js': "module.exports = { client: 'mariadb', version: '8.0' };" },
      [],
      'error[bad-value]: the version in knexfile.js: "8.0" is no version of mariadb',
    ],
    [
      { 'knexfile.js': "module.exports = { client: 'mysql2', version: 'eight' };" },
      [],
      'error[bad-value]: the version in knexfile.js: "eight" is not a version number',
    ],
    [{}, ['../knexfile.js'], 'error[outside-project]: ../knexfile.js lies outside of this folder'],
    [{ 'knexfile.js': '' }, ['--stub', 'mail'], 'error[bad-stub]: --stub "mail" has no equals sign'],
  ])('is refused: %#', async (files, words, says) => {
    const there = stage(files as Files);
    expect((await there.run(['init', '--from-knex', ...words])).stderr).toContain(says);
    expect(there.files()).toEqual(files);
  });
});

describe('what an imported module wants is said', () => {
  const importing = (settings: string, knex = ''): Files =>
    project("module.exports = { client: 'pg' };", knex, {
      'migrations/1_orders.js': `const { name } = require('../app/shop');\n${orders.replaceAll("'orderItem'", 'name')}`,
      'app/shop.ts': "import settings from './settings';\nexport const name: string = settings.name;\n",
      'app/settings.js': settings,
    });
  const variable = `const { SHOP_TABLE } = process.env;
if (!SHOP_TABLE) {
  throw new Error('the shop has no table');
}
module.exports = { name: SHOP_TABLE };
`;
  const route = 'The imports: migrations/1_orders.js -> app/shop.ts -> app/settings.js.';
  const wants: Readonly<Record<string, readonly [string, says: string, line: string]>> = {
    'an environment variable': [
      variable,
      `It wants the environment variable SHOP_TABLE: give it with --env-file FILE, or let`,
      ':3',
    ],
    'a variable that a helper names': [
      "const need = (name) => { if (!process.env[name]) throw new Error(`${name} is missing in the environment`); };\nneed('SHOP_TABLE');\n",
      'It wants the environment variable SHOP_TABLE',
      ':1',
    ],
    'a file': ["require('fs').readFileSync('shop.yml');\n", 'It wants the file ', ':1'],
    'a connection': [
      "throw Object.assign(new Error('failed'), { code: 'ECONNREFUSED' });\n",
      'It wants a connection while it is loaded',
      ':1',
    ],
    'an end of the process': [
      '\nif (!process.env.SHOP_TABLE) process.exit(1);\n',
      'It wants the environment variable SHOP_TABLE',
      ':2',
    ],
  };
  test.each(Object.entries(wants))('%s', async (_, [settings, says, line]) => {
    const { code, stderr } = await stage(importing(settings)).run(['upgrade', '--sql']);
    expect(code).toBe(2);
    expectSaid(stderr, `cannot-load: app/settings.js threw while it was loaded … ${says}`, `app/settings.js${line}`);
    expect(stderr).toContain(route);
  });

  test('a variable of --env-file is there, and wins over the command’s own', async () => {
    const files = { ...importing(variable), 'a.env': '# ours\nSHOP_TABLE="parcels"\n', 'b.env': 'SHOP_TABLE=crates\n' };
    const there = stage(files);
    process.env.SHOP_TABLE = 'of the shell';
    onTestFinished(() => void delete process.env.SHOP_TABLE);
    const sql = async (words: readonly string[]) => (await there.run(['upgrade', '--sql', ...words])).stdout;
    expect(await sql(['--env-file', 'a.env'])).toContain('create table "parcels"');
    expect(await sql(['--env-file', 'a.env', '--env-file', 'b.env'])).toContain('create table "crates"');
    const written = stage({ ...files, 'migrator.toml': toml('env_file = "b.env"') });
    expect((await written.run(['upgrade', '--sql'])).stdout).toContain('create table "crates"');
    expect((await there.run(['history', '--env-file', 'c.env'])).stderr).toContain(
      'error[no-env-file]: c.env does not exist',
    );
  });

  test('a stub stands for the module, also where the complete loader runs', async () => {
    const stubs = 'stubs = { "./settings" = "stubs/settings.js", "shop-mailer" = "stubs/mailer.js" }';
    const files = {
      ...importing("require('nowhere');\n", stubs),
      'stubs/settings.js': "exports.name = 'stubbed';\n",
      'stubs/mailer.js': 'module.exports = { ready: true };\n',
      'migrations/2_more.js':
        "const mailer = require('shop-mailer');\nexports.up = (knex) => knex.schema.createTable(`m_${mailer.ready}`, (t) => t.integer('a'));\nexports.down = () => {};\n",
      'migrations/3_last.ts':
        "import mailer from 'shop-mailer';\nawait null;\nexport const up = (knex: any) => knex.schema.createTable(`l_${mailer.ready}`, (t: any) => t.integer('a'));\nexport const down = () => {};\n",
    };
    const { stdout, stderr } = await stage(files).run(['upgrade', '--sql']);
    expect(stderr).toBe('');
    for (const table of ['stubbed', 'm_true', 'l_true']) expect(stdout).toContain(`create table "${table}"`);
  });

  test('a package that is not there', async () => {
    const { stderr } = await stage(importing("require('nowhere');\n")).run(['upgrade', '--sql']);
    expectSaid(
      stderr,
      "cannot-load: the file cannot be run: Cannot find module 'nowhere' … stubs of [knex]",
      'app/settings.js:1',
    );
  });
});

describe('the character set of the connection', () => {
  const charset = (connection: string, more = ''): Files => ({
    'migrator.toml': `[migrator]\nformat = "knex"\n[knex]\nfile = "knexfile.js"\n[target.main]\ndialect = "mariadb"\n${more}`,
    'knexfile.js': `module.exports = { client: 'mysql2', connection: ${connection} };`,
    'migrations/1_a.js': `exports.up = (knex) => knex.schema
  .createTable('plain', (t) => { t.string('a', 9); })
  .createTable('own', (t) => { t.string('a', 9); t.charset('latin1'); t.collate('latin1_bin'); })
  .createTableLike('like', 'plain');
`,
  });
  const tables = async (files: Files) => {
    const { stdout, stderr } = await stage(files).run(['upgrade', '--sql']);
    expect(stderr).toBe('');
    const made = [...stdout.matchAll(/create table (?:if not exists )?`(\w+)`[^;]*?(default character set[^;]*)?;/g)];
    return Object.fromEntries(made.map(([, name, options]) => [name, options]));
  };
  const both = 'default character set utf8mb4 collate utf8mb4_bin';

  test.each([
    ["{ charset: 'utf8mb4', collate: 'utf8mb4_bin' }", ''],
    ["'mysql://root@localhost/shop?charset=utf8mb4&collate=utf8mb4_bin'", ''],
    ["() => ({ charset: 'latin1' })", 'charset = "utf8mb4"\ncollate = "utf8mb4_bin"\n'],
    ["{ charset: 'utf8mb4', collate: 'latin1_bin' }", 'collate = "utf8mb4_bin"\n'],
  ])('%s is that of the tables', async (connection, more) => {
    expect(await tables(charset(connection, more))).toEqual({
      plain: both,
      own: 'default character set latin1 collate latin1_bin',
      like: undefined,
      knex_migrations: both,
      knex_migrations_lock: both,
    });
  });

  test('a function says nothing before it connects', async () => {
    expect(await tables(charset("() => ({ charset: 'utf8mb4' })"))).toMatchObject({ plain: undefined });
  });

  test('init writes it down', async () => {
    const knexfile =
      "module.exports = { client: 'mysql2', connection: { charset: 'utf8mb4', collate: 'utf8mb4_bin' } };";
    const { stdout } = await stage({ 'knexfile.js': knexfile }).run(['init', '--from-knex', '--dry-run']);
    expect(stdout).toContain('charset = "utf8mb4"\ncollate = "utf8mb4_bin"\n');
  });

  test('it is refused where knex gives tables none', async () => {
    const files = charset('{}', 'charset = "utf8mb4"\n');
    const pg = { ...files, 'migrator.toml': String(files['migrator.toml']).replace('mariadb', 'postgresql') };
    expectSaid(
      (await stage(pg).run(['history'])).stderr,
      'bad-value: target.main.charset means nothing: knex gives tables of postgresql none',
      'migrator.toml:7:11',
    );
  });
});
