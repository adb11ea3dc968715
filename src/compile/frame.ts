/** What stands around the revisions of a script: its tables, its waits, and what it expects to find. */

import type { Book, Frame } from '../dialect/client.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { dialectOf } from '../dialect/dialects.ts';
import { builtByKnex, notByKnex } from '../dialect/expect/adopted.ts';
import {
  type Expectation,
  everyExpectation,
  expectationsOf,
  type Ground,
  rightHints,
  roleHints,
} from '../dialect/expect/expectation.ts';
import { beside, notesOf } from '../dialect/expect/notes.ts';
import { waitsOf } from '../dialect/waits.ts';
import type { Graph } from '../history/graph.ts';
import type { Walk } from '../history/range.ts';
import type { Heads } from '../history/revision.ts';
import type { Project, Target } from '../project/project.ts';
import { foresee, touchedBy } from '../recorder/foreseen.ts';
import { migrationTables } from '../recorder/migration-tables.ts';
import type { Recording } from '../recorder/recording.ts';
import type { Preflight } from '../script/preflight.ts';
import type { Script } from '../script/script.ts';

/** knex's names of all migrations, in its order; undefined where the files are not knex's. */
export type Migrations = readonly string[] | undefined;

export function migrationsOf({ knex }: Pick<Project, 'knex'>, { nodes }: Pick<Graph, 'nodes'>): Migrations {
  return knex === undefined ? undefined : nodes.flatMap(({ revision }) => revision.migration ?? []);
}

export function versionOf(target: Target, dialect: Dialect): string {
  return target.version ?? dialect.defaultVersion;
}

function groundOf(
  { versionTable, schema, ...target }: Target,
  steps: readonly Recording[],
  { from, book }: { readonly from: Heads; readonly book?: Book | undefined },
): Ground {
  const dialect = dialectOf(target.dialect);
  return {
    title: dialect.title,
    accent: dialect.expects,
    serverVersion: target.version ?? dialect.defaultVersion,
    ...(schema === undefined ? {} : { schema }),
    steps,
    versionTable,
    fromBase: from.length === 0,
    ofKnex: book !== undefined,
    reads: steps.flatMap(({ preconditions = [] }) => preconditions.flatMap(({ reads }) => reads)),
    notes: notesOf(
      { versionTable, log: target.log },
      steps.map(({ step }) => step),
      book,
    ),
  };
}

/** What can be asked before an upgrade. */
export function preflightOf(target: Target, { recordings, dialect, client, frame }: Script): Preflight {
  const ground = groundOf(target, recordings, frame);
  const foreseen = foresee(recordings, dialect);
  const { version, ledger, log } = client.asking.own(frame);
  const own = [version, ledger, log].filter((table) => table !== undefined);
  const read = [
    ...own.map((table) => dialect.expects.ownName?.(table) ?? table),
    ...[...foreseen.now, ...foreseen.later].flatMap(({ reads }) => reads),
  ];
  return {
    reading: dialect.expects.reading?.(read, frame.serverVersion) ?? [],
    expects: everyExpectation(target, ground),
    rightHints: rightHints(ground),
    roleHints: roleHints(ground),
    touches: touchedBy(recordings, dialect),
    ...foreseen,
  };
}

/** What scripts make, or knex, and no revision. */
export function ownTablesOf(
  { versionTable, adoptedTable = versionTable, log }: Target,
  migrations: Migrations,
): readonly Target['versionTable'][] {
  const words = ['ledger', ...(log ? ['log'] : [])];
  const ofKnex = migrations === undefined ? [] : [adoptedTable, beside(adoptedTable, 'lock')];
  return [versionTable, ...words.map((word) => beside(versionTable, word)), ...ofKnex];
}

/** knex keeps the version table, and no longer once its history was adopted. */
function bookOf(names: Migrations, target: Target, dialect: Dialect, kind: Script['kind']): Book | undefined {
  if (names === undefined || target.adoptedTable !== undefined) return undefined;
  const { versionTable } = target;
  return {
    names,
    ...(kind === 'ensure-version' ? { isLeft: true } : {}),
    lock: beside(versionTable, 'lock'),
    tables: migrationTables(dialect, versionOf(target, dialect), versionTable, target.tableOptions),
  };
}

/** A database that knex has built is stamped before anything else; no other may be. */
function expectedOfKnex(
  target: Target,
  kind: Script['kind'],
  { from, to }: Pick<Walk, 'from' | 'to'>,
  names: Migrations,
  dialect: Dialect,
): readonly Expectation[] {
  const { adoptedTable: table } = target;
  if (table === undefined || names === undefined || from.length > 0 || to.length === 0) return [];
  return [
    kind === 'stamp' ? builtByKnex(table, names, dialect) : notByKnex(table, versionOf(target, dialect), dialect),
  ];
}

export function frameOf(
  target: Target,
  dialect: Dialect,
  rows: Pick<Walk, 'from' | 'to'>,
  file: string,
  { kind, recordings }: Pick<Script, 'kind' | 'recordings'>,
  migrations: Migrations,
): Omit<Frame, 'script'> {
  const { from, to } = rows;
  const { versionTable, log, schema } = target;
  const book = bookOf(migrations, target, dialect, kind);
  const own = (word: string): Frame['versionTable'] => {
    const name = beside(versionTable, word);
    dialect.quote(`${name.name}_pkc`);
    return name;
  };
  return {
    versionTable,
    ...(book === undefined ? {} : { book }),
    ledger: own('ledger'),
    ...(log ? { log: own('log') } : {}),
    serverVersion: versionOf(target, dialect),
    waits: waitsOf(dialect, {
      ...(target.lockTimeout === undefined ? {} : { lock: target.lockTimeout }),
      ...(target.statementTimeout === undefined ? {} : { statement: target.statementTimeout }),
    }),
    expects: [
      ...expectationsOf(target, groundOf(target, recordings, { from, book })),
      ...expectedOfKnex(target, kind, rows, migrations, dialect),
    ],
    from,
    to,
    target: target.name,
    file,
    ...(schema === undefined ? {} : { schema }),
    ...(target.encoding === 'ascii' ? { ascii: true } : {}),
  };
}
