/** The migrator.toml of an application that has a knexfile. Everything that a script is made of is written down. */

import type { DialectName } from '../dialect/names.ts';
import { knexDefaults } from '../project/defaults.ts';
import { dialectsOf } from './client-name.ts';
import type { Knexfile } from './knexfile.ts';

export interface Sources {
  /** Relative to the project. */
  readonly file: string;
  readonly envFiles: readonly string[];
  /** By the specifier of an import; relative to the project. */
  readonly stubs: Readonly<Record<string, string>>;
}

/** Undefined for a client that knex does not have. */
export function targetDialect({ client, defaults: { version } }: Knexfile): DialectName | undefined {
  const dialects = dialectsOf(client);
  return dialects.length > 1 ? byVersion(version?.text) : dialects[0];
}

export function tomlOf(knexfile: Knexfile, dialect: DialectName, sources: Sources): string {
  const version = knexfile.defaults.version?.text;
  const doubt = dialectsOf(knexfile.client).length > 1 && version === undefined;
  return [
    `# The migrations of ${sources.file}${knexfile.environment === undefined ? '' : `, as its environment ${knexfile.environment} has them`}.`,
    '# See docs/configuration.md for every key.',
    '',
    ...migratorLines(knexfile),
    '',
    ...knexLines(knexfile, sources),
    '',
    ...(doubt
      ? [`# knex's client ${knexfile.client} is for MySQL and MariaDB: if it is MariaDB, write dialect = "mariadb".`]
      : []),
    ...targetLines(knexfile, dialect, version),
    '',
  ].join('\n');
}

/** MariaDB went on with 10 where MySQL had 5.5, 5.6, 5.7, 8 and 9. */
function byVersion(version: string | undefined): DialectName {
  return Number.parseInt(version ?? '', 10) >= 10 ? 'mariadb' : 'mysql';
}

const quoted = (text: string): string => JSON.stringify(text);

function list(texts: readonly string[]): string {
  const [only, ...more] = texts;
  return only !== undefined && more.length === 0 ? quoted(only) : `[${texts.map(quoted).join(', ')}]`;
}

function migratorLines({ defaults, listed }: Knexfile): readonly string[] {
  if (listed !== undefined) {
    return [
      '[migrator]',
      'format = "knex"',
      "# No locations: the knexfile's migrationSource says which migrations there are, and in which order.",
    ];
  }
  return ['[migrator]', 'format = "knex"', `locations = ${list([defaults.locations].flat())}`];
}

function knexLines({ defaults, environment }: Knexfile, { file, envFiles, stubs }: Sources): readonly string[] {
  const { extensions, sortDirsSeparately, disableTransactions } = defaults;
  const usual = extensions.join() === knexDefaults.extensions.join();
  const pairs = Object.entries(stubs).map(([specifier, stub]) => `${quoted(specifier)} = ${quoted(stub)}`);
  return [
    '[knex]',
    `file = ${quoted(file)}`,
    ...(environment === undefined ? [] : [`environment = ${quoted(environment)}`]),
    ...(envFiles.length === 0 ? [] : [`env_file = ${list(envFiles)}`]),
    ...(pairs.length === 0 ? [] : [`stubs = { ${pairs.join(', ')} }`]),
    ...(usual ? [] : [`extensions = ${list(extensions)}`]),
    ...(sortDirsSeparately ? ['sort_dirs_separately = true'] : []),
    ...(disableTransactions ? ['disable_transactions = true'] : []),
  ];
}

function targetLines(
  { defaults, searchPath }: Knexfile,
  dialect: DialectName,
  version: string | undefined,
): readonly string[] {
  const { versionTable, versionTableSchema, schema } = defaults;
  const { charset, collate } = defaults.tableOptions ?? {};
  const others = searchPath.slice(1).filter((name) => name !== 'public');
  const [oldest] = version === undefined ? ['# version = "…"'] : [`version = ${quoted(version)}`];
  return [
    '[target.main]',
    `dialect = ${quoted(dialect)}`,
    `${oldest}  # the oldest server that the scripts must run on`,
    ...(schema === undefined ? [] : [`schema = ${quoted(schema)}`]),
    ...(others.length === 0
      ? []
      : [`# The search path goes on with ${others.join(', ')}: scripts look for names in schema and in public alone.`]),
    ...(charset === undefined ? [] : [`charset = ${quoted(charset)}`]),
    ...(collate === undefined ? [] : [`collate = ${quoted(collate)}`]),
    ...(versionTable === knexDefaults.versionTable ? [] : [`version_table = ${quoted(versionTable)}`]),
    ...(versionTableSchema === undefined ? [] : [`version_table_schema = ${quoted(versionTableSchema)}`]),
  ];
}
