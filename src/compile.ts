/** The conductor: a target and a range become scripts and bundles. */

import { type Bundle, bundle, downgradeFile, upgradeFile } from './bundle/bundle.ts';
import type { Book, Client, Frame } from './dialect/client.ts';
import type { Dialect } from './dialect/dialect.ts';
import { dialectOf } from './dialect/dialects.ts';
import { builtByKnex, notByKnex } from './dialect/expect/adopted.ts';
import {
  type Expectation,
  everyExpectation,
  expectationsOf,
  type Ground,
  roleHints,
} from './dialect/expect/expectation.ts';
import { disobeyed, obeying } from './dialect/house-rules.ts';
import { waitsOf } from './dialect/waits.ts';
import { allFaults, MigratorError, withPlace } from './errors.ts';
import type { Graph } from './history/graph.ts';
import { namedRevisions } from './history/named.ts';
import { reversed, type Walk } from './history/range.ts';
import type { Heads } from './history/revision.ts';
import type { Knexfile } from './knexfile/knexfile.ts';
import { stubsOf } from './knexfile/stubs.ts';
import type { KnexSettings, Project, Target } from './project/project.ts';
import { foresee, touchedBy } from './recorder/foreseen.ts';
import { migrationTables } from './recorder/migration-tables.ts';
import type { Trial } from './recorder/record.ts';
import type { Recording } from './recorder/recording.ts';
import {
  type Answering,
  type KnexMigrations,
  openStudio,
  type Stage,
  type Studio,
  type Walked,
} from './recorder/studio.ts';
import { scriptId } from './script/digest.ts';
import type { Preflight } from './script/preflight.ts';
import type { Script } from './script/script.ts';
import { scriptText } from './script/script-text.ts';
import { openShadow } from './shadow/open.ts';
import { toolVersion } from './version.ts';

export type { Trial };

/** One command's work on a project: dispose of it when its scripts have been written. */
export interface Compiler {
  /** The script of one walk, up or down. `file` is its name, for messages and command lines. */
  script(target: Target, walk: Walk, file: string): Promise<Script>;
  /** The script of a walk up, and of the same way back. */
  bundle(target: Target, walk: Walk, name?: string): Promise<Bundle>;
  /** Runs the steps of a walk up, and of the same way back as far as there is one, those after a fault as well. */
  attempt(target: Target, walk: Walk): Promise<readonly Trial[]>;
  /** What was run to get there. */
  readonly loader: Studio['loader'];
  dispose(): void;
}

function clientOf(target: Target, dialect: Dialect): Client {
  const client =
    target.client === undefined ? dialect.clients[0] : dialect.clients.find(({ tool }) => tool === target.client);
  if (client !== undefined) return underRules(client, target);
  throw new MigratorError('no-client', `${dialect.title} has no client ${target.client}`, {
    hint: `Its clients are ${dialect.clients.map(({ tool }) => tool).join(', ')}.`,
    place: target.place,
  });
}

function underRules(client: Client, { houseRules, name }: Target): Client {
  if (houseRules === undefined) return client;
  const { rules, place } = houseRules;
  const fault = disobeyed(client, rules);
  if (fault === undefined) return obeying(client, rules);
  throw new MigratorError(
    'house-rule',
    `client ${client.tool} cannot obey ${JSON.stringify(fault.rule)}: ${fault.why}`,
    {
      hint: `take the rule away from target ${name}, or choose another client: docs/clients.md says which obey it`,
      place,
    },
  );
}

/** A script that a client could not be trusted with is not made. */
function refuseStatements(recordings: readonly Recording[], client: Client, target: Target): void {
  const { cannot, oneTransaction } = client;
  const [, ...later] = recordings;
  const stop = oneTransaction && later.find(({ onlineOnly }) => onlineOnly !== undefined);
  if (stop) {
    const { id, file } = stop.step.revision;
    const message = `revision ${id} is done online, and a script that is one transaction cannot stop before it`;
    const hint = 'make two scripts, one to the revision before it and one from it';
    throw new MigratorError('done-online', message, { hint, place: { file } });
  }
  if (cannot === undefined) return;
  const faults = recordings.flatMap(({ changes, step }) =>
    changes.flatMap(({ statements, place }) =>
      statements.flatMap(({ statement }) => {
        const why = cannot(statement);
        if (why === undefined) return [];
        const message = `a script for ${client.tool} cannot hold this statement of revision ${step.revision.id}: ${why}`;
        const hint = `give target ${target.name} another client, or take the statement out of the revision`;
        return [new MigratorError('no-client', message, { hint, place: place ?? target.place })];
      }),
    ),
  );
  const fault = allFaults(faults);
  if (fault !== undefined) throw fault;
}

function versionOf(target: Target, dialect: Dialect): string {
  return target.version ?? dialect.defaultVersion;
}

const beside = (versionTable: Frame['versionTable'], word: string): Frame['versionTable'] => ({
  ...versionTable,
  name: `${versionTable.name}_${word}`,
});

function groundOf(
  { versionTable, schema, ...target }: Target,
  steps: readonly Recording[],
  { from, book }: { readonly from: Heads; readonly book?: Book | undefined },
): Ground {
  const dialect = dialectOf(target.dialect);
  const log: Ground['notes'][number] = { table: beside(versionTable, 'log'), rights: ['insert'] };
  return {
    title: dialect.title,
    accent: dialect.expects,
    serverVersion: target.version ?? dialect.defaultVersion,
    ...(schema === undefined ? {} : { schema }),
    steps,
    versionTable,
    fromBase: from.length === 0,
    ofKnex: book !== undefined,
    notes: [{ table: beside(versionTable, 'ledger'), rights: ['insert', 'delete'] }, ...(target.log ? [log] : [])],
  };
}

/** What can be asked before an upgrade. */
export function preflightOf(target: Target, { recordings, dialect, client, frame }: Script): Preflight {
  const ground = groundOf(target, recordings, frame);
  const foreseen = foresee(recordings, dialect);
  const { version, ledger, log } = client.asking.own(frame);
  const read = [
    version,
    ...(ledger ? [ledger] : []),
    ...(log ? [log] : []),
    ...foreseen.now.flatMap(({ reads }) => reads),
  ];
  return {
    reading: dialect.expects.reading?.(read, frame.serverVersion) ?? [],
    expects: everyExpectation(target, ground),
    roleHints: roleHints(ground),
    touches: touchedBy(recordings),
    ...foreseen,
  };
}

/** knex's names of all migrations, in its order; undefined where the files are not knex's. */
export type Migrations = readonly string[] | undefined;

export function migrationsOf({ knex }: Pick<Project, 'knex'>, { nodes }: Pick<Graph, 'nodes'>): Migrations {
  return knex === undefined ? undefined : nodes.flatMap(({ revision }) => revision.migration ?? []);
}

/** knex keeps the version table, and no longer once its history was adopted. */
function bookOf(names: Migrations, target: Target, dialect: Dialect, kind: Script['kind']): Book | undefined {
  if (names === undefined || target.adoptedTable !== undefined) return undefined;
  const { versionTable } = target;
  return {
    names,
    ...(kind === 'ensure-version' ? { isLeft: true } : {}),
    lock: { ...versionTable, name: `${versionTable.name}_lock` },
    tables: migrationTables(dialect, versionOf(target, dialect), versionTable, target.tableOptions),
  };
}

/** A database that knex has built is stamped before anything else; no other may be. */
function expectedOfKnex(
  { adoptedTable: table }: Target,
  kind: Script['kind'],
  { from, to }: Pick<Walk, 'from' | 'to'>,
  names: Migrations,
  dialect: Dialect,
): readonly Expectation[] {
  if (table === undefined || names === undefined || from.length > 0 || to.length === 0) return [];
  return [kind === 'stamp' ? builtByKnex(table, names, dialect) : notByKnex(table, dialect)];
}

function frameOf(
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

function scriptOf(
  target: Target,
  kind: Script['kind'],
  { recordings, after }: Partial<Walked> & Pick<Walked, 'recordings'>,
  rows: Pick<Walk, 'from' | 'to'>,
  file: string,
  migrations: Migrations,
): Script {
  const dialect = dialectOf(target.dialect);
  const frame = frameOf(target, dialect, rows, file, { kind, recordings }, migrations);
  const client = clientOf(target, dialect);
  refuseStatements(recordings, client, target);
  const body = { dialect, client, kind, recordings };
  const form = formOf(target, body.client);
  const script = {
    ...body,
    ...(after === undefined ? {} : { after }),
    form,
    version: toolVersion(),
    frame: { ...frame, script: scriptId({ ...body, frame }) },
  };
  if (frame.ascii) refuseUnspelled(script, target);
  return script;
}

function formOf({ lineEnds, bom: place }: Target, { tool, refusesBom }: Client): Script['form'] {
  if (place !== undefined && refusesBom !== undefined) {
    const hint = 'leave bom out';
    throw new MigratorError('no-bom', `${tool} takes no byte order mark: ${refusesBom}`, { hint, place });
  }
  return { lineEnds, bom: place !== undefined };
}

/** Walks the whole text, so that nothing is written of a script that has no spelling in ASCII. */
function refuseUnspelled(script: Script, { place }: Target): void {
  try {
    for (const _ of scriptText(script));
  } catch (error) {
    throw withPlace(error, place);
  }
}

/** Moves the version rows and nothing else. */
export function stampScript(
  target: Target,
  ends: Pick<Walk, 'from' | 'to'>,
  file: string,
  migrations: Migrations,
): Script {
  return scriptOf(target, 'stamp', { recordings: [] }, ends, file, migrations);
}

/** Makes the version table when there is none. */
export function versionTableScript(target: Target, file: string, migrations: Migrations): Script {
  return scriptOf(target, 'ensure-version', { recordings: [] }, { from: [], to: [] }, file, migrations);
}

/**
 * The sentence that says why there is no way back; anything else that is wrong is thrown. Old folders of migrations are full
 * of ways back that nobody ever tried: they keep none from going forth.
 */
export function whyNoWayBack(error: unknown, areMigrations: boolean): string {
  if (!(error instanceof MigratorError)) throw error;
  if (error.code === 'no-downgrade') return error.message;
  if (!areMigrations) throw error;
  const { file, line } = error.place ?? {};
  const where = file === undefined ? '' : ` (${line === undefined ? file : `${file}:${line}`})`;
  return error.message + where;
}

async function wayBack(
  record: () => Promise<Script>,
  migrations: Migrations,
): Promise<Script | { readonly impossible: string }> {
  try {
    return await record();
  } catch (error) {
    return { impossible: whyNoWayBack(error, migrations !== undefined) };
  }
}

function knexMigrations(root: string, knex: KnexSettings, knexfile: Knexfile | undefined): KnexMigrations {
  const listed = knex.locations.length === 0 ? knexfile?.listed : undefined;
  return {
    transactions: !knex.disableTransactions,
    config: knexfile?.config ?? {},
    stubs: stubsOf(root, knex),
    ...(knexfile === undefined ? {} : { earlier: knexfile.loader }),
    ...(listed === undefined ? {} : { listed: new Map(listed.map(({ name, load }) => [name, load])) }),
  };
}

/** What a revision does is known, though its reads are not accepted. */
function isKnown(fault: MigratorError | undefined): boolean {
  return fault === undefined || fault.code === 'needs-acceptance';
}

/** Opened when a revision first reads. */
function shadowOf({ dialect, schema, shadow }: Target): Answering['shadow'] {
  if (shadow === false) return undefined;
  const url = shadow === undefined ? {} : { url: shadow };
  return () => openShadow({ dialect, ...url, ...(schema === undefined ? {} : { schema }) });
}

export function createCompiler(
  project: Pick<Project, 'root' | 'plugins' | 'knex' | 'sayings'>,
  graph: Graph,
  x: Readonly<Record<string, string>>,
  knexfile?: Knexfile,
): Compiler {
  const { root, plugins, knex } = project;
  const migrations = migrationsOf(project, graph);
  const sayings = namedRevisions(graph, project.sayings);
  const studio = openStudio({
    root,
    graph,
    x,
    plugins,
    ...(knex === undefined ? {} : { knex: knexMigrations(root, knex, knexfile) }),
  });
  const recording = async <T>(target: Target, go: (stage: Stage) => Promise<T>): Promise<T> => {
    const dialect = dialectOf(target.dialect);
    const stage = studio.open(dialect, versionOf(target, dialect), {
      shadow: shadowOf(target),
      schema: target.schema,
      tableOptions: target.tableOptions,
      said: (id) => sayings.get(id),
    });
    try {
      return await go(stage);
    } finally {
      await stage.close();
    }
  };
  return {
    loader: studio.loader,
    async script(target, walk, file) {
      const walked = await recording(target, (stage) => stage.walk(walk));
      return scriptOf(target, 'revisions', walked, walk, file, migrations);
    },
    bundle: (target, walk, name) =>
      recording(target, async (stage) => {
        const back = reversed(walk);
        const up = scriptOf(target, 'revisions', await stage.walk(walk), walk, upgradeFile, migrations);
        const down = await wayBack(
          async () => scriptOf(target, 'revisions', await stage.walk(back), back, downgradeFile, migrations),
          migrations,
        );
        const preflight = preflightOf(target, up);
        return bundle({ target: target.name, up, down, preflight, ...(name === undefined ? {} : { name }) });
      }),
    attempt: (target, walk) =>
      recording(target, async (stage) => {
        const up = await stage.attempt(walk);
        const failed = new Set(up.flatMap(({ step, fault }) => (isKnown(fault) ? [] : [step.revision.id])));
        const back = reversed(walk);
        const down = await stage.attempt({
          ...back,
          steps: back.steps.filter(({ revision }) => !failed.has(revision.id)),
        });
        return [...up, ...down.filter(({ fault }) => fault?.code !== 'no-downgrade')];
      }),
    dispose: () => studio.dispose(),
  };
}
