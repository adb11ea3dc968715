/** Records revisions for one target after another; the author's files are run once for all of them. */

import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { blankSchema, type Dialect } from '../dialect/dialect.ts';
import { allFaults, MigratorError } from '../errors.ts';
import type { Graph } from '../history/graph.ts';
import { digestOf } from '../history/header.ts';
import { planUpgrade } from '../history/plan.ts';
import type { Walk } from '../history/range.ts';
import type { Heads, Revision, Step } from '../history/revision.ts';
import { codeFolder } from '../home.ts';
import { changedMeanwhile, createLoader, type Loader } from '../loader/load.ts';
import type { Schema } from '../schema/schema.ts';
import type { ReadCsv } from './bulk-insert.ts';
import type { KnexConfig } from './client.ts';
import { csvRows } from './csv.ts';
import type { Stranded } from './follower.ts';
import type { OwnFiles } from './place.ts';
import { type PluginOperation, type Plugins, pluginsOf } from './plugin.ts';
import { createRecorder, type Recorder, type RecorderSettings, type Trial } from './record.ts';
import type { Recording } from './recording.ts';
import { withSeeds } from './seeds.ts';
import { createSpool } from './spool.ts';

export interface Studio {
  /** A database in mind, empty: each walk begins where the one before it ended, the first where its `from` says. */
  open(dialect: Dialect, version: string, answering?: Answering): Stage;
  readonly loader: Loader;
  /** Texts kept in temporary files are gone afterwards. */
  dispose(): void;
}

/** Who answers what revisions read, and what is said of it outside of their files. */
export type Answering = Pick<RecorderSettings, 'shadow' | 'said' | 'schema' | 'tableOptions'> &
  Pick<Schema, 'ownTables'>;

export interface Walked {
  readonly recordings: readonly Recording[];
  /** The schema at the end, which a walk without steps has, too. */
  readonly after: Schema;
}

export interface Stage {
  /** Records the steps of a walk. */
  walk(walk: Walk): Promise<Walked>;
  /** Runs the steps of a walk, those after a fault as well. */
  attempt(walk: Walk): Promise<readonly Trial[]>;
  /** When nothing more is recorded: closes the shadow, if one was needed. */
  close(): Promise<void>;
}

/** The author's files: all of the project but its packages and migrator itself. */
function ownFiles(root: string): OwnFiles {
  const known = new Map<string, string | undefined>();
  const start = root.endsWith(sep) ? root : root + sep;
  return (name) => {
    if (known.has(name)) return known.get(name);
    const absolute = name.startsWith('file://') ? new URL(name).pathname : name;
    const inside = absolute.startsWith(start) ? relative(root, absolute).split(sep) : ['node_modules'];
    const foreign = inside.includes('node_modules') || absolute.startsWith(codeFolder);
    const file = foreign ? undefined : inside.join('/');
    known.set(name, file);
    return file;
  };
}

async function recordSteps(recorder: Recorder, before: Schema, steps: readonly Step[]): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  let schema = before;
  for (const step of steps) {
    const recording = await recorder.record(step, schema);
    recordings.push(recording);
    schema = recording.after;
  }
  return recordings;
}

const isLost = ({ fault, after }: Trial): boolean =>
  fault !== undefined && after.unread.some(({ uncompiled }) => uncompiled);

/** The step may come before the first that was tried. */
function blame(trials: Trial[], { step, fault }: Stranded, before: Schema): void {
  const at = trials.findIndex((one) => one.step === step);
  const known = trials[at];
  if (known === undefined) trials.unshift({ step, fault, after: before });
  else trials[at] = { ...known, fault: allFaults([known.fault ?? fault, fault])! };
}

/** After a revision that fails nothing is known for certain: later ones are also tried as if it had left alone what is there when it fails. */
async function attemptSteps(recorder: Recorder, before: Schema, steps: readonly Step[]): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  let schema = before;
  let likely: Schema | undefined;
  for (const step of steps) {
    const trial = await recorder.attempt(step, schema);
    const isApart = trial.online !== undefined || step.direction === 'down';
    const supposed =
      isApart || (likely === undefined && !isLost(trial)) ? undefined : await recorder.suppose(step, likely ?? schema);
    const isOneMore = trial.fault === undefined && supposed?.fault !== undefined;
    if (trial.stranded !== undefined) blame(trials, trial.stranded, before);
    trials.push(isOneMore ? { ...trial, fault: supposed.fault, waits: 'to be told' } : trial);
    schema = trial.after;
    if (supposed !== undefined) likely = { ...supposed.after, unread: schema.unread };
  }
  return trials;
}

/** Replay is recording without ink: what base → `heads` leaves behind. A revision that does not compile hides what it did, and no more. */
async function replay(recorder: Recorder, graph: Graph, heads: Heads, blank: Schema): Promise<Schema> {
  let schema = blank;
  if (heads.length === 0) return schema;
  const steps = planUpgrade(graph, [], heads.join(','));
  for (const step of steps) schema = (await recorder.replay(step, schema)).after;
  return schema;
}

export interface StudioSettings {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly graph: Graph;
  readonly x: Readonly<Record<string, string>>;
  /** Relative to the root. */
  readonly plugins: readonly string[];
  readonly knex?: KnexMigrations;
}

/** The revisions are knex's own migrations. */
export interface KnexMigrations {
  /** Each has one, unless it says otherwise. */
  readonly transactions: boolean;
  /** What the knexfile says to knex. */
  readonly config: KnexConfig;
  /** By the specifier of an import: the file that stands for the module. Absolute. */
  readonly stubs: ReadonlyMap<string, string>;
  /** What ran the knexfile. */
  readonly earlier?: Loader;
  /** By name: migrations of a custom source, which loads them itself. */
  readonly listed?: ReadonlyMap<string, () => Promise<Readonly<Record<string, unknown>>>>;
}

export function openStudio({ root, graph, x, plugins: pluginFiles, knex }: StudioSettings): Studio {
  const digests = new Map(graph.nodes.map(({ revision }) => [join(root, revision.file), revision]));
  const loader = createLoader({
    root,
    provided: new Map(),
    ...(knex === undefined ? {} : { stubs: knex.stubs }),
    ...(knex?.earlier === undefined ? {} : { earlier: knex.earlier }),
    inspect(file, text) {
      const revision = digests.get(file);
      if (revision !== undefined && digestOf(text) !== revision.digest) throw changedMeanwhile(revision.file);
    },
  });
  const spool = createSpool();
  const own = ownFiles(root);
  const load = (file: string) => loader.load(join(root, file));
  /** A custom source makes its migrations as it likes. */
  const source = ({ id, file }: Revision) =>
    knex?.listed?.has(id) ? undefined : readFileSync(join(root, file), 'utf8');
  const loadRevision = async ({ id, file }: Revision): Promise<Readonly<Record<string, unknown>>> => {
    const listed = knex?.listed?.get(id);
    if (listed === undefined) return load(file);
    const exported = await listed();
    for (const [path, sum] of knex?.earlier?.files ?? []) loader.note(path, sum);
    return exported;
  };
  const readCsv: ReadCsv = ({ csv, delimiter = ',' }) => {
    const path = resolve(root, csv);
    return csvRows({ path, file: csv, delimiter, read: (sum) => loader.note(path, sum) });
  };
  let plugins: Promise<Plugins> | undefined;
  const loadPlugins = async (): Promise<Plugins> => {
    const found = new Map<string, PluginOperation<readonly unknown[]>>();
    for (const file of pluginFiles) {
      for (const [name, operation] of pluginsOf(await load(file), file)) {
        if (found.has(name)) throw new MigratorError('bad-plugin', `two plugins register ${name}`, { place: { file } });
        found.set(name, operation);
      }
    }
    return found;
  };
  return {
    loader,
    open(dialect, version, { ownTables = [], ...answering } = {}) {
      let recorder: Recorder | undefined;
      let schema: Schema | undefined;
      const begin = async (from: Heads): Promise<readonly [Recorder, Schema]> => {
        plugins ??= loadPlugins();
        recorder ??= createRecorder({
          dialect,
          version,
          x,
          spool,
          own,
          load: loadRevision,
          source,
          readCsv,
          plugins: await plugins,
          ...(knex === undefined ? {} : { knex: { ...knex, config: withSeeds(knex.config, root, loader) } }),
          ...answering,
        });
        schema ??= await replay(recorder, graph, from, { ...blankSchema(dialect), ownTables });
        return [recorder, schema];
      };
      return {
        async walk({ from, steps }) {
          const [own, before] = await begin(from);
          const recordings = await recordSteps(own, before, steps);
          schema = recordings.at(-1)?.after ?? before;
          return { recordings, after: schema };
        },
        async attempt({ from, steps }) {
          const [own, before] = await begin(from);
          const trials = await attemptSteps(own, before, steps);
          schema = trials.at(-1)?.after ?? before;
          return trials;
        },
        close: async () => recorder?.close(),
      };
    },
    dispose() {
      spool.dispose();
    },
  };
}
