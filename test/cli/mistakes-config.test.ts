/** Mistakes in migrator.toml, in names and on the command line: each with what is said, where, and that nothing is written. */

import { expect, test } from 'vitest';
import { configuration, type Files, history, stage } from './transcript.ts';

/** The text of migrator.toml, what is said (in order), and where. */
const configurations: readonly (readonly [toml: string, says: string, place: string])[] = [
  ['[migrator\n', 'bad-toml: the line ends where more is expected', '1:10'],
  ['[migrator]\nout = "x', 'bad-toml: the file ends where more is expected', '2:9'],
  ['out = ?', 'bad-toml: "?" is not expected here', '1:7'],
  ['[migrator]\nout = "a"\nout = "b"\n', "bad-toml: Cannot redefine existing key 'migrator.out'", '3:1'],
  ['[migrator]\nslug_length = 99999999999999999999\n', 'bad-toml: Integer literal is outside', '2:15'],
  ['[migratr]\n', 'unknown-key: migrator.toml has no key "migratr" … did you mean "migrator"?', '1:1'],
  ['[tool.alembic]\n', 'unknown-key: migrator.toml has no key "tool"', '1:1'],
  ['migrator = 3\n', 'wrong-type: migrator is the number 3; a table is expected', '1:12'],
  ['[[migrator]]\n', 'wrong-type: migrator is a list; a table is expected', '1:1'],
  [
    '[migrator]\n\n  locaton = "x"\n',
    'unknown-key: [migrator] has no key "locaton" … did you mean "locations"?',
    '3:3',
  ],
  [
    'migrator = { recursiv = true }\n',
    'unknown-key: [migrator] has no key "recursiv" … did you mean "recursive"?',
    '1:14',
  ],
  ['migrator."out put" = 1\n', 'unknown-key: [migrator] has no key "out put"', '1:1'],
  [
    '[target.a]\ndialect = "mysql"\nlock_timeout = "10"\n',
    'bad-value: target.a.lock_timeout "10" is not a time such as "500ms", "10s" or "2min"',
    '3:16',
  ],
  [
    '[target.a]\ndialect = "mysql"\nencoding = "latin1"\n',
    'bad-value: target.a.encoding "latin1" is not known … allowed: "utf-8", "ascii"',
    '3:12',
  ],
  [
    '[target.a]\ndialect = "mysql"\nencoding = "UTF8"\n',
    'bad-value: target.a.encoding "UTF8" is not known … did you mean "utf-8"?',
    '3:12',
  ],
  [
    '[target.a]\ndialect = "mysql"\nline_ends = "cr"\n',
    'bad-value: target.a.line_ends "cr" is not known … allowed: "lf", "crlf"',
    '3:13',
  ],
  [
    '[target.a]\ndialect = "mysql"\nencoding = "ascii"\nbom = true\n',
    'bad-value: target.a.bom true contradicts encoding = "ascii"',
    '4:7',
  ],
  ['[knex]\nextensions = ".js"\n', 'bad-value: [knex] means nothing to revisions … add format = "knex"', '1:1'],
  [
    '[migrator]\nformat = "knexfile"\n',
    'bad-value: migrator.format "knexfile" is not known … allowed: "migrator", "knex"',
    '2:10',
  ],
  [
    '[migrator]\nformat = "knex"\n[knex]\nextensions = ["js"]\n',
    'bad-value: knex.extensions[0] "js" is not the ending of a file name',
    '4:15',
  ],
  [
    '[migrator]\nformat = "knex"\n[knex]\nadopted = "migrations"\n',
    'bad-value: knex.adopted "migrations" is the folder of the migrations',
    '4:11',
  ],
  ['[target.a]\ndialect = "mysql"\nbom = "yes"\n', 'wrong-type: target.a.bom is text', '3:7'],
  [
    '[target.a]\ndialect = "mysql"\nstatement_timeout = 10\n',
    'wrong-type: target.a.statement_timeout is the number 10',
    '3:21',
  ],
  [
    '[target.a]\ndialect = "mysql"\nexpect = ["version", "free name"]\n',
    'bad-value: target.a.expect[1] "free name" is not known … did you mean "free names"?',
    '3:22',
  ],
  ['[target.a]\ndialect = "mysql"\nexpect = true\n', 'wrong-type: target.a.expect is true', '3:10'],
  ['[target.a]\ndialect = "mysql"\nexpect = []\n', 'bad-value: target.a.expect is an empty list', '3:10'],
  ['[target.a]\ndialect = "mysql"\ndatabase = "a;b"\n', 'bad-value: target.a.database "a;b" holds ;', '3:12'],
  ['[target.a]\ndialect = "mysql"\ndatabase = ""\n', 'bad-value: target.a.database is empty', '3:12'],
  [
    '[target.a]\ndialect = "mysql"\nhouse_rules = "no comit"\n',
    'bad-value: target.a.house_rules "no comit" is not known … did you mean "no commit"?',
    '3:15',
  ],
  [
    '[target.a]\ndialect = "mysql"\nhouse_rules = ["own spool", 1]\n',
    'wrong-type: target.a.house_rules[1] is the number 1',
    '3:29',
  ],
  [
    '[target.a]\ndialect = "sqlite"\nclient = "ssms"\n',
    'bad-value: target.a.client "ssms" is no client of sqlite … allowed for sqlite: "sqlite3", "plain"',
    '3:10',
  ],
  ['[migrator]\nlocations = 1\n', 'wrong-type: migrator.locations is the number 1; text or a list of texts', '2:13'],
  ['[migrator]\nlocations = []\n', 'bad-value: migrator.locations is an empty list', '2:13'],
  [
    '[migrator]\nlocations = ["a",\n  7]\n',
    'wrong-type: migrator.locations[1] is the number 7; text is expected',
    '3:3',
  ],
  ['[migrator]\nlocations = ["a", "./a/"]\n', 'bad-value: migrator.locations[1] names "a" twice', '2:19'],
  [
    '[migrator]\nrecursive = true\nlocations = ["a/b", "a"]\n',
    'bad-value: migrator.locations[1] "a" and "a/b" share files',
    '3:21',
  ],
  [
    '[migrator]\nlocations = "revisons"\n',
    'no-location: there is no folder revisons … Make it, or mend its name in migrator.toml',
    '2:13',
  ],
  [
    '[migrator]\nlocations = ["revisions",\n  "more"]\n',
    'no-location: there is no folder more … Make it, or mend its name in migrator.toml',
    '3:3',
  ],
  ['[migrator]\nlocations = "/etc"\n', 'bad-value: migrator.locations "/etc" is an absolute path', '2:13'],
  ["[migrator]\nlocations = 'C:\\x'\n", 'bad-value: migrator.locations "C:\\\\x" holds a backslash', '2:13'],
  ['[migrator]\nout = "C:/x"\n', 'bad-value: migrator.out "C:/x" is an absolute path', '2:7'],
  ['[migrator]\nout = "a/../../b"\n', 'bad-value: migrator.out "a/../../b" leaves the project', '2:7'],
  ['[migrator]\ntemplate = ""\n', 'bad-value: migrator.template is empty', '2:12'],
  ['[migrator]\ntemplate = "~/x"\n', 'bad-value: migrator.template "~/x" starts with ~', '2:12'],
  ['[migrator]\nrecursive = "yes"\n', 'wrong-type: migrator.recursive is text; true or false is expected', '2:13'],
  ['[migrator]\nslug_length = 4.5\n', 'wrong-type: migrator.slug_length is the number 4.5; a whole number', '2:15'],
  ['[migrator]\nslug_length = 0\n', 'bad-value: migrator.slug_length 0 is out of range', '2:15'],
  [
    '[migrator]\ntimezone = "Europe/Viena"\n',
    'bad-value: migrator.timezone "Europe/Viena" is not a time zone … did you mean "Europe/Vienna"?',
    '2:12',
  ],
  [
    '[migrator]\ntimezone = 2026-01-01T00:00:00Z\n',
    'wrong-type: migrator.timezone is a date; text is expected',
    '2:12',
  ],
  [
    '[migrator]\nfile_template = "%(revision)s"\n',
    'bad-value: migrator.file_template "%(revision)s" has an unknown token %(revision)s … did you mean %(rev)s?',
    '2:17',
  ],
  [
    '[migrator]\nfile_template = "%(year)d"\n',
    'bad-value: migrator.file_template "%(year)d" has neither %(rev)s nor %(slug)s',
    '2:17',
  ],
  [
    '[migrator]\nfile_template = "%(rev)s 100%"\n',
    'bad-value: migrator.file_template "%(rev)s 100%" holds "%" without a token',
    '2:17',
  ],
  [
    '[migrator]\nfile_template = "%(year)d/%(rev)s"\n',
    'bad-value: migrator.file_template "%(year)d/%(rev)s" writes into folders that are not read … add recursive = true',
    '2:17',
  ],
  ['hooks = 1\n', 'wrong-type: hooks is not a list of tables', '1:1'],
  ['[[hooks]]\nname = "a"\n', 'missing-key: hooks[0] has no command', '1:1'],
  ['[[hooks]]\ncommand = "a"\n\n[[hooks]]\nname = "b"\ncommand = "b"\n', 'missing-key: hooks[0] has no name', '1:1'],
  [
    '[[hooks]]\nname = "a"\ncommand = "a"\n[[hooks]]\nname = "a"\ncommand = "b"\n',
    'bad-value: hooks[1].name "a" is taken by another hook',
    '5:8',
  ],
  [
    "[[hooks]]\nname = 'a'\ncommand = 'sh -c \"rm x\"'\n",
    'bad-value: hooks[0].command holds quotes, and no shell reads it … write a list',
    '3:11',
  ],
  [
    '[[hooks]]\nname = "a"\ncommand = ["a", "b\\n"]\n',
    'bad-value: hooks[0].command[1] "b\\n" holds a control character',
    '3:17',
  ],
  ['[target.main]\n', 'missing-key: target.main has no dialect', '1:1'],
  ['target = "x"\n', 'wrong-type: target holds no tables', '1:1'],
  ['[target]\nmain = "x"\n', 'wrong-type: target.main is text; a table is expected', '2:8'],
  [
    '[target.main]\ndialect = "postgres"\n',
    'bad-value: target.main.dialect "postgres" is not known … did you mean "postgresql"?',
    '2:11',
  ],
  [
    '[target.main]\ndialect = "SQLServer"\n',
    'bad-value: target.main.dialect "SQLServer" is not known … did you mean "mssql"?',
    '2:11',
  ],
  [
    '[target.main]\ndialect = "db2"\n',
    'bad-value: target.main.dialect "db2" is not known … allowed: "postgresql"',
    '2:11',
  ],
  ['[target."a b"]\ndialect = "sqlite"\n', 'bad-name: "a b" cannot name a target', '1:1'],
  ['[target."../x"]\ndialect = "sqlite"\n', 'bad-name: "../x" cannot name a target', '1:1'],
  [
    '[target.m]\ndialect = "mysql"\nversion = 8\n',
    'wrong-type: target.m.version is the number 8; text is expected',
    '3:11',
  ],
  [
    '[target.m]\ndialect = "mysql"\nversion = "8.x"\n',
    'bad-value: target.m.version "8.x" is not a version number',
    '3:11',
  ],
  [
    '[target.m]\ndialect = "mssql"\nversion = "16.0"\n',
    'bad-value: target.m.version "16.0" is no version of mssql … a version is such as "2019"',
    '3:11',
  ],
  [
    '[target.m]\ndialect = "mariadb"\nversion = "8.0"\n',
    'bad-value: target.m.version "8.0" is no version of mariadb … a version is such as "10.11"',
    '3:11',
  ],
  [
    '[target.m]\ndialect = "mysql"\nversion = "99"\n',
    'bad-value: target.m.version "99" is no version of mysql … a version is such as "8.0"',
    '3:11',
  ],
  [
    '[target.m]\ndialect = "mysql"\nclient = "mysqlsh"\n',
    'bad-value: target.m.client "mysqlsh" is no client of mysql … allowed for mysql: "mysql"',
    '3:10',
  ],
  ['[target.m]\ndialect = "mysql"\nschema = "a\'b"\n', 'bad-value: target.m.schema "a\'b" holds \'', '3:10'],
  [
    '[target.m]\ndialect = "mysql"\nschema = "a\\nb"\n',
    'bad-value: target.m.schema "a\\nb" holds a control character',
    '3:10',
  ],
  [
    '[target.m]\ndialect = "mysql"\nversion_table = "v; --"\n',
    'bad-value: target.m.version_table "v; --" holds ;',
    '3:17',
  ],
  [
    '[target.m]\ndialect = "mysql"\nversion_table = "s.v"\n',
    'bad-value: target.m.version_table "s.v" holds a dot',
    '3:17',
  ],
  [
    '[target.m]\ndialect = "mysql"\nversion_table_schema = "v*/"\n',
    'bad-value: target.m.version_table_schema "v*/" holds */',
    '3:24',
  ],
  [
    '[target.m]\ndialect = "mysql"\noutput = "../sql"\n',
    'bad-value: target.m.output "../sql" leaves the project',
    '3:10',
  ],
  [`[target.m]\ndialect = "mysql"\nschema = "\${tenant}"\n`, 'bad-value: target.m.schema needs -x tenant=…', '3:10'],
  [
    '[target.a]\ndialect = "mysql"\n[target.A]\ndialect = "mysql"\n',
    'shared-output: target.A writes to out/A, as target.a does',
    '3:1',
  ],
  [
    '[target.a]\ndialect = "mysql"\n[target.b]\ndialect = "mysql"\noutput = "out/a/b"\n',
    'shared-output: out/a/b of target.b lies inside out/a of target.a',
    '5:10',
  ],
];

test.each(configurations)('migrator.toml: %j', async (toml, says, place) => {
  const files = { ...history, 'migrator.toml': toml };
  const [said, help] = says.split(' … ');
  const { stderr } = await refused(files, ['revision', '-m', 'x']);
  const [code, sentence] = said!.split(/: (.*)/s);
  expect(stderr).toContain(`error[${code}]: ${sentence}`);
  expect(stderr).toContain(`  --> migrator.toml:${place}\n`);
  if (help !== undefined) expect(stderr).toContain(help);
});

test('every mistake of a file is named at once, in its order', async () => {
  const toml = '[migrator]\nlocatons = 1\nslug_length = 0\n\n[target.m]\ndialect = "x"\nversion = 1\n';
  const { stderr } = await refused({ 'migrator.toml': toml }, ['heads']);
  expect(stderr.match(/--> migrator\.toml:\d+/g)?.map((place) => place.slice(-1))).toEqual(['2', '3', '6', '7']);
  const { stdout } = await stage({ 'migrator.toml': toml }).run(['heads', '--json']);
  expect(JSON.parse(stdout).errors).toHaveLength(4);
  expect(JSON.parse(stdout).errors[0]).toEqual({
    code: 'unknown-key',
    message: '[migrator] has no key "locatons"',
    place: { file: 'migrator.toml', line: 2, column: 1 },
    hint: expect.stringContaining('did you mean "locations"?'),
  });
});

const project: Files = { ...history, 'revision.ts.mustache': 'x' };

/** The command line, what is said, and the exit status. */
const commandLines: readonly (readonly [argv: readonly string[], says: string, status: number])[] = [
  [[], 'no-command: no command is given', 64],
  [['histry'], 'unknown-command: there is no command "histry" … did you mean "history"?', 64],
  [['zzz'], 'unknown-command: there is no command "zzz" … known: init, list-templates', 64],
  [['--jsn'], 'unknown-option: migrator has no option --jsn … did you mean --json?', 64],
  [['--frobnicate', 'history'], 'unknown-option: migrator has no option --frobnicate … see "migrator --help"', 64],
  [['history', '--verbos'], 'unknown-option: history has no option --verbos … did you mean --verbose?', 64],
  [['history', '-z'], 'unknown-option: history has no option -z … see "migrator history --help"', 64],
  [['history', '-r'], 'missing-value: --rev-range needs a value … write --rev-range FROM:TO', 64],
  [['history', '-r', '-v'], 'missing-value: --rev-range needs a value', 64],
  [['history', '-r', 'a1'], 'bad-range: --rev-range "a1" has no colon', 64],
  [['history', '-r', 'a:b:c'], "bad-range: 'a:b:c' has more than one colon", 2],
  [['history', '-r', 'a1:', '-r', 'b1:'], 'repeated-option: --rev-range is given 2 times', 64],
  [['history', '--json=1'], 'bad-option: --json takes no value', 64],
  [['history', '--no-verbose'], 'unknown-option: history has no option --no-verbose', 64],
  [['history', 'a1'], 'extra-argument: history does not know what to do with "a1" … history takes no arguments', 64],
  [['completion', 'bash'], 'extra-argument: completion does not know what to do with "bash" … takes no arguments', 64],
  [['bundle', 'a1', 'b1'], 'extra-argument: bundle does not know what to do with "b1" … bundle takes one RANGE', 64],
  [
    ['revision', 'create orders'],
    'extra-argument: revision does not know what to do with "create orders" … migrator revision -m "create orders"\n',
    64,
  ],
  [['history', '-x', 'tenant'], 'bad-option: -x tenant is not KEY=VALUE', 64],
  [['history', '--config', 'no.toml'], 'no-project: no.toml does not exist', 2],
  [['history', '--config', 'revisions'], 'no-project: revisions is a folder', 2],
  [['show'], 'missing-argument: show needs REVISION', 64],
  [['show', 'zzz'], 'unknown-revision: ', 2],
  [['show', 'a'], 'ambiguous', 2],
  [['show', 'nope@head'], 'unknown-', 2],
  [['edit', 'a1'], 'no-editor: no editor is set … set VISUAL or EDITOR', 2],
  [['edit', 'base'], 'no-revision: "base" stands for no revision', 2],
  [['edit', 'heads'], "several-revisions: 'heads' stands for several revisions", 2],
  [['init', '-t', 'defualt'], 'unknown-template: there is no template "defualt" … did you mean "default"?', 2],
  [['init', 'a', 'b'], 'extra-argument: init does not know what to do with "b"', 64],
  [['revision', '-m'], 'missing-value: --message needs a value', 64],
  [['revision', '--head', 'a1'], "not-a-head: 'a1aaaa' is not a head", 2],
  [['revision', '--head', 'd1', '--rev-id', 'a@b'], "illegal-id: revision id 'a@b' contains @", 2],
  [['revision', '--head', 'd1', '--rev-id', "a'b"], "illegal-id: revision id 'a'b' contains '", 2],
  [['revision', '--head', 'd1', '--rev-id', 'a\nb'], 'illegal-id: ', 2],
  [['revision', '--head', 'd1', '--rev-id', ''], 'illegal-id: the revision id is empty', 2],
  [['revision', '--head', 'd1', '--rev-id', 'head'], "reserved-id: id 'head' is a reserved word", 2],
  [['revision', '--head', 'd1', '--rev-id', 'x'.repeat(33)], 'id-too-long: ', 2],
  [['revision', '--head', 'd1', '--rev-id', 'a1aaaa'], "duplicate-id: 'a1aaaa' already names revisions/a1.ts", 2],
  [['revision', '--head', 'd1', '--branch-label', 'shop'], "duplicate-label: 'shop' already names", 2],
  [['revision', '--head', 'd1', '--branch-label', 'a*/b'], 'illegal-label: ', 2],
  [['revision', '--head', 'd1', '--depends-on', 'zzz'], 'unknown-', 2],
  [['revision', '--head', 'zzz'], 'unknown-revision: ', 2],
  [['revision'], "several-heads: 'head' is not one revision", 2],
  [['merge', 'd1'], 'nothing-to-merge: there is only d1dddd to merge', 2],
  [['merge', 'd1', 'b1'], '', 2],
];

test.each(commandLines)('migrator %j', async (argv, says, status) => {
  const [said, help] = says.split(' … ');
  const [code, sentence] = said!.split(/: (.*)/s);
  const { stderr } = await refused(project, argv, status);
  expect(stderr).toContain(
    sentence === undefined ? said : `error[${code}`.concat(sentence === '' ? '' : `]: ${sentence}`),
  );
  if (help !== undefined) expect(stderr).toContain(help);
});

test('outside of a project', async () => {
  const { stderr } = await refused({}, ['heads']);
  expect(stderr).toMatch(/^error\[no-project\]: there is no migrator\.toml in .* nor in a folder above it\n/);
  expect(stderr).toContain('help: make a project with "migrator init", or name the file with --config\n');
});

test('several mistakes of a command line are named at once', async () => {
  const { stderr } = await refused(project, ['history', '--frob', '--verbos', '-x', 'y', '--json=2'], 64);
  expect(stderr.match(/^error/gm)).toHaveLength(4);
});

test('a fault of migrator prints its stack and ends with 70', async () => {
  const place = stage({ 'migrator.toml': configuration });
  const broken = {
    now: () => {
      throw new TypeError('no clock');
    },
  };
  const { code, stdout, stderr } = await place.run(['revision', '--rev-id', 'x'], broken);
  expect([code, stdout]).toEqual([2, '']);
  const project = stage({ 'migrator.toml': configuration, 'revision.ts.mustache': 'x' });
  const failed = await project.run(['revision'], broken);
  expect(failed.code).toBe(70);
  expect(failed.stderr).toMatch(/^TypeError: no clock\n {4}at /);
  expect(stderr).toContain('error[no-template]');
  const { errors } = JSON.parse((await project.run(['revision', '--json'], broken)).stdout);
  expect(errors[0]).toMatchObject({ code: 'internal', stack: expect.stringContaining('no clock') });
});

async function refused(files: Files, argv: readonly string[], status = 2): Promise<{ stderr: string }> {
  const place = stage(files);
  const { code, stdout, stderr } = await place.run(argv);
  expect({ code, stdout, files: place.files() }).toEqual({ code: status, stdout: '', files });
  return { stderr };
}
