/** The pages of the documentation that are made from declarations: of the keys of migrator.toml, and of the commands. */

import type { Option } from '../src/cli/command.ts';
import { commands, type Entry } from '../src/cli/commands.ts';
import { argumentWord, optionWord } from '../src/cli/help.ts';
import { globalOptions } from '../src/cli/options.ts';
import { dialects } from '../src/dialect/dialects.ts';
import { clientNames, type DialectName, dialectNames } from '../src/dialect/names.ts';
import { exitCode } from '../src/errors.ts';
import { hookSection } from '../src/project/keys/hooks.ts';
import type { Section } from '../src/project/keys/key.ts';
import { knexSection } from '../src/project/keys/knex.ts';
import { migratorSection } from '../src/project/keys/migrator.ts';
import { answerSection, revisionSection } from '../src/project/keys/revision.ts';
import { targetSection } from '../src/project/keys/target.ts';
import { clientsPage } from './clients.ts';
import { faultsPage } from './faults.ts';
import { supportPage } from './support.ts';

/** Path and text. */
export async function pages(): Promise<readonly (readonly [path: string, text: string])[]> {
  return [
    ['docs/configuration.md', configurationPage()],
    ['docs/commands.md', await commandsPage()],
    ['docs/support.md', supportPage(generated('test/cases'))],
    ['docs/clients.md', clientsPage(generated('src/dialect/client'))],
    ['docs/faults.md', faultsPage(generated('test/engines/fault-matrix.ts'))],
  ];
}

const byVersion: { readonly [D in DialectName]: string } = {
  postgresql:
    'covering indexes and procedures 11; stored computed columns 12, which become plain 13; `create or replace trigger` 14, before that the old one is dropped; NULLS NOT DISTINCT 15; another expression of a computed column 17; computed columns that are not stored 18',
  mysql:
    'renaming an index 5.7.1, before that it is made again; computed columns 5.7.6; JSON 5.7.8; descending indexes 8.0.1; `rename column` 8.0.3, before that `change` with the whole column; expressions as defaults and in indexes 8.0.13; checks 8.0.16',
  mariadb:
    'checks, computed columns and expressions as defaults 10.2.1; JSON 10.2.7; sequences 10.3, with a type 11.5; renaming columns and indexes 10.5.2; descending indexes 10.8.1',
  sqlite:
    'expressions in indexes 3.9; renaming a column 3.25, before that the table is made anew, which needs 3.26; computed columns 3.31; dropping a column 3.35; STRICT 3.37',
  mssql: '`if exists` and `create or alter` 2016, before that a question in the script; `xml_compression` 2022',
  oracle:
    'identity columns 12.1, before that a sequence and a trigger; names of 128 bytes 12.2, before that 30; collations 12.2; `restart` of a sequence 18; `if exists`, BOOLEAN and rights on schemas 23',
  cockroachdb: 'functions 22.2; procedures 23.2; triggers 24.3, replaced in place 26.2',
  redshift: 'nothing',
};

const generated = (source: string): string => `<!-- Made from ${source} by "npm run docs". Do not edit. -->`;

function configurationPage(): string {
  return [
    generated('src/project/keys'),
    '',
    '# migrator.toml',
    '',
    'The project is the folder of this file; it is looked for from the working folder upward, or named with `--config`',
    'or the variable `MIGRATOR_CONFIG`. It is [TOML](https://toml.io/en/v1.1.0), and nothing in it is executed. Every key has',
    'a default, so a target with its dialect is enough:',
    '',
    '```toml',
    '[target.main]',
    'dialect = "postgresql"',
    '```',
    '',
    ...[migratorSection, knexSection, targetSection, revisionSection, answerSection, hookSection].flatMap(sectionLines),
    '## Clients',
    '',
    'The first is the default. [clients.md](clients.md) says what the others need and give up.',
    '',
    ...tableLines(
      ['dialect', 'client'],
      Object.entries(clientNames).map(([dialect, tools]) => [code(dialect), tools.map(code).join(', ')]),
    ),
    '## What scripts expect',
    '',
    'With `database` and `expect` a script asks before it changes anything, and refuses in a sentence that names what it expected and what it found. The database,',
    '`"version"` and `"schema"` are asked whatever the version table says; `"privileges"` when there is something to do; `"free names"` only where the script starts at',
    'its beginning, so that one which stopped half-way goes on. Rights are asked as far as an engine can be: where roles or grants of single columns decide, the script goes on and',
    'the server has the last word. SQLite has neither databases to tell apart nor accounts nor schemas.',
    '',
    'Some things are asked without being told. A script refuses where nothing can be changed: on a standby of PostgreSQL or Oracle, on MySQL and MariaDB where `read_only` is on',
    'and the account has no right that passes it, on SQL Server in a database that is read-only. Where a target names no `schema`: on PostgreSQL, CockroachDB and SQL Server an account may find the version table in one',
    'schema and make new tables in another (`search_path`, the default schema of a user). A script that makes something without a schema refuses there. Another is asked on',
    'PostgreSQL, which only warns where GRANT or REVOKE does nothing: a script that gives or takes rights on what it does not make itself refuses where its account neither owns it',
    'nor has the grant option. On MySQL and MariaDB a script that makes functions or triggers refuses where a binary log lets its account make none, one that leaves a table without a',
    'primary key where the server demands one or adds its own, and one that changes rows of a table whose engine cannot undo what fails.',
    '',
    '```toml',
    '[target.production]',
    'dialect = "postgresql"',
    'version = "15"',
    'schema = "shop"',
    'database = "orders"',
    'expect = ["version", "schema", "privileges", "free names"]',
    '```',
    '',
    '## The server version',
    '',
    '`version` chooses what is written: syntax, types, and what is refused as `needs-version` because only a later server has it. Name the oldest server that the',
    'scripts must run on. Parts that are left out mean the last of their kind: `8.0` is MySQL 8.0 with all its updates; say `8.0.12` for a server that stands there.',
    '',
    ...tableLines(
      ['dialect', 'unless said', 'what depends on it'],
      dialectNames.map((name) => [code(name), code(dialects[name].defaultVersion), byVersion[name]]),
    ),
    '## Plugins',
    '',
    'Each file exports `operations`, an object of operations that become directives of `op` under their names; [operations.md](operations.md#plugins) shows one.',
    'They are loaded as revisions are, and a bundle is made again when one of them has changed.',
    '',
    '```toml',
    '[migrator]',
    'plugins = ["plugins/audit.ts", "plugins/search.ts"]',
    '```',
    '',
    '## Values from the command line',
    '',
    '`${name}` in a text stands for what `-x name=value` gives, and `${name:-otherwise}` for `otherwise` when nothing is given.',
    'Revisions are given the same values.',
    '',
    '```toml',
    '[target.tenant]',
    'dialect = "postgresql"',
    'schema = "${tenant:-public}"',
    '```',
    '',
    '## Mistakes',
    '',
    'All mistakes of a file are named at once, each with its line and column, what is allowed, and the nearest known name:',
    '',
    '```',
    'error[unknown-key]: [target.NAME] has no key "dialct"',
    '  --> migrator.toml:4:1',
    `  help: did you mean "dialect"? known: ${targetSection.keys.map((key) => key.name).join(', ')}`,
    '```',
    '',
  ].join('\n');
}

function sectionLines(section: Section): string[] {
  return [
    `## \`${section.header}\``,
    '',
    section.meaning,
    '',
    ...tableLines(
      ['key', 'meaning', 'allowed', 'default'],
      section.keys.map((key) => [
        code(key.name),
        key.meaning,
        key.allowed,
        key.required
          ? 'must be given'
          : key.default.startsWith('"') || /^\w+$/.test(key.default)
            ? code(key.default)
            : key.default,
      ]),
    ),
  ];
}

async function commandsPage(): Promise<string> {
  const parts = await Promise.all(commands.map(commandLines));
  return [
    generated('src/cli/commands.ts and the files of the commands'),
    '',
    '# Commands',
    '',
    '`migrator COMMAND --help` says the same. Data goes to stdout, everything else to stderr.',
    '',
    ...tableLines(
      ['command', ''],
      commands.map(({ name, summary }) => [`[${name}](#migrator-${name})`, summary]),
    ),
    '## Options of every command',
    '',
    ...optionLines(globalOptions),
    '## Exit status',
    '',
    ...tableLines(
      ['status', 'meaning'],
      [
        [`${exitCode.done}`, 'done'],
        [`${exitCode.findings}`, 'findings or differences'],
        [`${exitCode.user}`, 'a mistake in the project or in what was asked for'],
        [`${exitCode.usage}`, 'a command line that cannot be read'],
        [`${exitCode.bug}`, 'a fault of migrator; its stack is printed'],
      ],
    ),
    ...parts.flat(),
  ].join('\n');
}

async function commandLines(entry: Entry): Promise<string[]> {
  const command = await entry.load();
  return [
    `## migrator ${entry.name}`,
    '',
    `${entry.summary}.`,
    '',
    '```sh',
    ['migrator', entry.name, ...command.arguments.map(argumentWord), '[options]'].join(' '),
    '```',
    '',
    ...(command.arguments.length === 0
      ? []
      : tableLines(
          ['argument', 'meaning'],
          command.arguments.map(({ name, summary }) => [code(name), summary]),
        )),
    ...(command.options.length === 0 ? [] : optionLines(command.options)),
    '```sh',
    ...command.examples.map(({ line, says }) => `${line}   # ${says}`),
    '```',
    '',
  ];
}

function optionLines(options: readonly Option[]): string[] {
  return tableLines(
    ['option', 'meaning'],
    options.map((option) => [code(optionWord(option).trim()), option.summary]),
  );
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

const code = (text: string): string => `\`${text}\``;
