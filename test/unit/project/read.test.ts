import { expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import { clientNames, dialectNames } from '../../../src/dialect/names.ts';
import { nearest } from '../../../src/nearest.ts';
import { parseProject } from '../../../src/project/read.ts';

const read = (text: string, x = {}) => parseProject(text, 'migrator.toml', '/project', x);

test('an empty file is a project without targets, all defaults', () => {
  expect(read('')).toEqual({
    root: '/project',
    file: 'migrator.toml',
    revisions: {
      locations: ['revisions'],
      recursive: false,
      fileTemplate: '%(rev)s_%(slug)s',
      slugLength: 40,
      template: 'revision.ts.mustache',
      hooks: [],
    },
    sayings: [],
    plugins: [],
    targets: [],
  });
});

test('every key is read', () => {
  const project = read(`
[migrator]
locations = ["./db//revisions/", "more"]
recursive = true
file_template = "%(year)d/%(month).2d_%(slug)s%%"
slug_length = 20
timezone = "Europe/Vienna"
template = "db/x.mustache"
out = "sql"

[[hooks]]
name = "format"
command = "npx  biome check"
[[hooks]]
name = "lint"
command = ["lint it", "--file=REVISION_FILE"]

[target.main]
dialect = "postgresql"
version = "15.2"
schema = "shop"
version_table = "alembic_version"
version_table_schema = "admin"
client = "psql"
encoding = "ascii"
line_ends = "crlf"
output = "dba/main/"

[target.other]
dialect = "sqlite"
schema = "tenant"
bom = true
`);
  expect(project.revisions).toEqual({
    locations: ['db/revisions', 'more'],
    places: [
      { file: 'migrator.toml', line: 3, column: 14 },
      { file: 'migrator.toml', line: 3, column: 34 },
    ],
    recursive: true,
    fileTemplate: '%(year)d/%(month).2d_%(slug)s%%',
    slugLength: 20,
    timezone: 'Europe/Vienna',
    template: 'db/x.mustache',
    hooks: [
      { name: 'format', command: ['npx', 'biome', 'check'], place: { file: 'migrator.toml', line: 11, column: 1 } },
      {
        name: 'lint',
        command: ['lint it', '--file=REVISION_FILE'],
        place: { file: 'migrator.toml', line: 14, column: 1 },
      },
    ],
  });
  expect(project.targets).toEqual([
    {
      name: 'main',
      dialect: 'postgresql',
      version: '15.2',
      schema: 'shop',
      versionTable: { schema: 'admin', name: 'alembic_version' },
      log: true,
      client: 'psql',
      encoding: 'ascii',
      lineEnds: 'crlf',
      output: 'dba/main',
      place: { file: 'migrator.toml', line: 18, column: 1 },
    },
    {
      name: 'other',
      dialect: 'sqlite',
      schema: 'tenant',
      versionTable: { schema: 'tenant', name: 'migrator_version' },
      log: true,
      encoding: 'utf-8',
      lineEnds: 'lf',
      bom: { file: 'migrator.toml', line: 32, column: 7 },
      output: 'sql/other',
      place: { file: 'migrator.toml', line: 29, column: 1 },
    },
  ]);
});

test('values of the command line fill texts, and fallbacks stand in for them', () => {
  const text = `[target.a]\ndialect = "\${d:-mysql}"\nschema = "s_\${tenant}"\noutput = "\${x:-}b"\n`;
  expect(read(text, { tenant: 'one' }).targets[0]).toMatchObject({ dialect: 'mysql', schema: 's_one', output: 'b' });
  expect(read(text, { tenant: 'two', d: 'oracle' }).targets[0]).toMatchObject({ dialect: 'oracle', schema: 's_two' });
  expect(() => read(text, { tenant: "a'b" })).toThrow(`target.a.schema "s_a'b" holds '`);
});

test('every dialect takes each of its clients, and the table of names says what the dialects have', () => {
  for (const dialect of dialectNames) {
    expect(clientNames[dialect]).toEqual(dialects[dialect].clients.map((client) => client.tool));
    for (const client of clientNames[dialect]) {
      expect(read(`[target.a]\ndialect = "${dialect}"\nclient = "${client}"\n`).targets[0]?.client).toBe(client);
    }
  }
});

test('__proto__ and its like are keys as any other', () => {
  expect(() => read('__proto__ = 1\n')).toThrow('migrator.toml has no key "__proto__"');
  expect(() => read('[migrator]\nconstructor = 1\n')).toThrow('[migrator] has no key "constructor"');
  expect(() => read('[target.toString]\n')).toThrow('target.toString has no dialect');
});

test.each([
  ['locaton', ['locations', 'out'], 'locations'],
  ['postgres', ['postgresql', 'mysql'], 'postgresql'],
  ['Verbose', ['verbose'], 'verbose'],
  ['xyz', ['locations', 'out'], undefined],
  ['', ['a'], undefined],
])('nearest to %j', (given, known, wanted) => {
  expect(nearest(given, known)).toBe(wanted);
});
