/** The `[target.NAME]` tables. */

import {
  charsetDialects,
  clientNames,
  type DialectName,
  dialectNames,
  type ExpectWord,
  expectWords,
  type HouseRule,
  houseRuleNames,
} from '../dialect/names.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Name } from '../schema/name.ts';
import {
  address,
  charsetName,
  databaseName,
  duration,
  insidePath,
  millisecondsOf,
  objectName,
  oneOf,
  plainPath,
  serverVersion,
} from './checks.ts';
import type { KnexDefaults } from './defaults.ts';
import { targetSection } from './keys/target.ts';
import type { Duration, Target } from './project.ts';
import {
  addFault,
  flagOf,
  isTable,
  openTable,
  type Page,
  placeOfValue,
  show,
  type Table,
  textOf,
  textsOf,
  wrongValue,
} from './table.ts';

const otherNames: Readonly<Record<string, string>> = {
  pg: 'postgresql',
  pgsql: 'postgresql',
  postgres: 'postgresql',
  mysql2: 'mysql',
  maria: 'mariadb',
  sqlite3: 'sqlite',
  sqlserver: 'mssql',
  'sql server': 'mssql',
  tsql: 'mssql',
  oracledb: 'oracle',
  cockroach: 'cockroachdb',
};

const encodings: readonly string[] = ['utf-8', 'ascii'];
const otherEncodings: Readonly<Record<string, string>> = { utf8: 'utf-8', 'us-ascii': 'ascii' };

/** What the tables lean on: the folder of all bundles, and what a target has where it says nothing. */
export interface Homes
  extends Pick<KnexDefaults, 'versionTable' | 'versionTableSchema' | 'schema' | 'version' | 'tableOptions'> {
  readonly out: string;
  /** The history has migrations of knex. */
  readonly isKnex: boolean;
  /** The version table that takes the place of the one that the target names. */
  readonly adopting?: string;
}

export function readTargets(page: Page, value: unknown, homes: Homes): readonly Target[] {
  if (value === undefined) return [];
  if (!isTable(value)) {
    addFault(page, 'wrong-type', ['target'], 'target holds no tables', { hint: 'write [target.NAME]', at: 'key' });
    return [];
  }
  const targets = Object.entries(value).flatMap(([name, table]) => readTarget(page, name, table, homes) ?? []);
  for (const [index, target] of targets.entries()) {
    for (const earlier of targets.slice(0, index)) refuseShared(page, earlier, target);
  }
  return targets;
}

function readTarget(page: Page, name: string, value: unknown, homes: Homes): Target | undefined {
  const path = ['target', name];
  if (!/^[A-Za-z0-9][\w.-]{0,63}$/.test(name) || name.endsWith('.')) {
    const hint = 'a target name is letters, digits, _, - and ., and starts with a letter or a digit';
    addFault(page, 'bad-name', path, `${JSON.stringify(name)} cannot name a target`, { hint, at: 'key' });
    return undefined;
  }
  const table = openTable(page, path, value, targetSection);
  if (table === undefined) return undefined;
  const dialect = textOf(table, 'dialect', oneOf(dialectNames, otherNames)) as DialectName | undefined;
  const version = textOf(table, 'version', serverVersion(dialect)) ?? versionFor(page, dialect, homes);
  const schema = textOf(table, 'schema', objectName) ?? homes.schema;
  const tableOptions = readTableOptions(table, dialect, homes);
  const versionTable = textOf(table, 'version_table', objectName) ?? homes.versionTable;
  const versionTableSchema = textOf(table, 'version_table_schema', objectName) ?? homes.versionTableSchema ?? schema;
  const inSchema = (named: string): Name =>
    versionTableSchema === undefined ? { name: named } : { schema: versionTableSchema, name: named };
  const log = flagOf(table, 'log') ?? true;
  const lockTimeout = readDuration(table, 'lock_timeout');
  const statementTimeout = readDuration(table, 'statement_timeout');
  const database = readDatabase(table);
  const expect = readExpect(table);
  const client = readClient(table, dialect);
  const encoding = textOf(table, 'encoding', oneOf(encodings, otherEncodings)) ?? 'utf-8';
  const lineEnds = textOf(table, 'line_ends', oneOf(['lf', 'crlf'])) ?? 'lf';
  const bom = readBom(table, encoding);
  const shadow = readShadow(table);
  const houseRules = readRules(table);
  const output = textOf(table, 'output', insidePath);
  if (dialect === undefined || (output === undefined && table.values.output !== undefined)) return undefined;
  return {
    name,
    dialect,
    ...(version === undefined ? {} : { version }),
    ...(schema === undefined ? {} : { schema }),
    ...(tableOptions === undefined ? {} : { tableOptions }),
    versionTable: inSchema(homes.adopting ?? versionTable),
    ...(homes.adopting === undefined ? {} : { adoptedTable: inSchema(versionTable) }),
    log,
    ...(lockTimeout === undefined ? {} : { lockTimeout }),
    ...(statementTimeout === undefined ? {} : { statementTimeout }),
    ...(database === undefined ? {} : { database }),
    ...(expect === undefined ? {} : { expect }),
    ...(client === undefined ? {} : { client }),
    encoding: encoding as Target['encoding'],
    lineEnds: lineEnds as Target['lineEnds'],
    ...(bom === undefined ? {} : { bom }),
    ...(shadow === undefined ? {} : { shadow }),
    ...(houseRules === undefined ? {} : { houseRules }),
    output: output === undefined ? plainPath(`${homes.out}/${name}`) : plainPath(output),
    place: placeOf(page, path),
  };
}

/** What the knexfile says is held to what a target may say, once for all targets. */
function versionFor(page: Page, dialect: DialectName | undefined, { version }: Homes): string | undefined {
  if (dialect === undefined || !version?.dialects.includes(dialect)) return undefined;
  const fault = versionFault(version, dialect);
  if (fault === undefined) return version.text;
  if (!page.faults.some(({ message }) => message === fault.message)) page.faults.push(fault);
  return undefined;
}

/** What a knexfile says is no version of the database. */
export function versionFault(
  { text, file }: NonNullable<KnexDefaults['version']>,
  dialect: DialectName,
): MigratorError | undefined {
  const fault = serverVersion(dialect)(text);
  if (fault === undefined) return undefined;
  const otherwise = 'say it in digits and dots, here or as version of the target';
  const { wrong, hint = otherwise } = typeof fault === 'string' ? { wrong: fault } : fault;
  return new MigratorError('bad-value', `the version in ${file}: ${wrong}`, { hint, place: { file } });
}

function readTableOptions(
  table: Table,
  dialect: DialectName | undefined,
  { isKnex, tableOptions: otherwise }: Homes,
): Target['tableOptions'] {
  const [charset, collate] = [textOf(table, 'charset', charsetName), textOf(table, 'collate', charsetName)];
  const isUsed = isKnex && dialect !== undefined && charsetDialects.includes(dialect);
  if (isUsed) {
    const own = { ...(charset === undefined ? {} : { charset }), ...(collate === undefined ? {} : { collate }) };
    return otherwise === undefined && charset === undefined && collate === undefined
      ? undefined
      : { ...otherwise, ...own };
  }
  for (const key of ['charset', 'collate']) {
    if (table.values[key] === undefined || dialect === undefined) continue;
    const why = isKnex ? `knex gives tables of ${dialect} none` : 'revisions say it of each table';
    wrongValue(table, [key], `means nothing: ${why}`, 'take it out');
  }
  return undefined;
}

function readDuration(table: Table, name: string): Duration | undefined {
  const text = textOf(table, name, duration);
  if (text === undefined) return undefined;
  return { milliseconds: millisecondsOf(text), place: placeOfValue(table, [name]) };
}

function readDatabase(table: Table): Target['database'] {
  const name = textOf(table, 'database', databaseName);
  return name === undefined ? undefined : { name, place: placeOfValue(table, ['database']) };
}

function readExpect(table: Table): Target['expect'] {
  const words = textsOf(table, 'expect', oneOf(expectWords)) as readonly ExpectWord[] | undefined;
  return words === undefined ? undefined : { words, place: placeOfValue(table, ['expect']) };
}

function readBom(table: Table, encoding: string): Place | undefined {
  if (flagOf(table, 'bom') !== true) return undefined;
  const { page, path } = table;
  if (encoding === 'ascii') {
    return wrongValue(
      table,
      ['bom'],
      'true contradicts encoding = "ascii": the mark is no ASCII character',
      'leave one of them out',
    );
  }
  return { file: page.file, ...page.locator.value([...path, 'bom']) };
}

function readShadow(table: Table): Target['shadow'] {
  const value = table.values.shadow;
  if (typeof value === 'boolean') return value ? undefined : false;
  return textOf(table, 'shadow', address);
}

function readRules(table: Table): Target['houseRules'] {
  const rules = textsOf(table, 'house_rules', oneOf(houseRuleNames, {})) as readonly HouseRule[] | undefined;
  if (rules === undefined || rules.length === 0) return undefined;
  const { page, path } = table;
  const place = { file: page.file, ...page.locator.value([...path, 'house_rules']) };
  return { rules: houseRuleNames.filter((rule) => rules.includes(rule)), place };
}

function readClient(table: Table, dialect: DialectName | undefined): string | undefined {
  const client = textOf(table, 'client');
  if (client === undefined || dialect === undefined) return undefined;
  const known: readonly string[] = clientNames[dialect];
  if (known.includes(client)) return client;
  const hint = `allowed for ${dialect}: ${known.map((tool) => JSON.stringify(tool)).join(', ')}`;
  return wrongValue(table, ['client'], `${JSON.stringify(client)} is no client of ${dialect}`, hint);
}

/** File systems that ignore case would write both into one folder. */
function refuseShared(page: Page, earlier: Target, target: Target): void {
  const [one, other] = [earlier.output.toLowerCase(), target.output.toLowerCase()];
  const [inner, outer] = one.startsWith(`${other}/`) || other === '.' ? [earlier, target] : [target, earlier];
  const path = ['target', target.name];
  const hint = 'give one of them an output of its own';
  if (one === other) {
    const message = `${show(path)} writes to ${target.output}, as ${show(['target', earlier.name])} does`;
    addFault(page, 'shared-output', [...path, 'output'], message, { hint });
  } else if (outer.output === '.' || inner.output.toLowerCase().startsWith(`${outer.output.toLowerCase()}/`)) {
    const message = `${inner.output} of ${show(['target', inner.name])} lies inside ${outer.output} of ${show(['target', outer.name])}`;
    addFault(page, 'shared-output', [...path, 'output'], message, { hint });
  }
}

function placeOf(page: Page, path: readonly string[]): Place {
  return { file: page.file, ...page.locator.key(path) };
}
