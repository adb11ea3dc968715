/** The conductor: a project and a range become recordings, in the order in which the script will need them. */

import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dialect } from './dialect/dialect.ts';
import { dialectOf } from './dialect/dialects.ts';
import { MigratorError } from './errors.ts';
import { buildGraph, type Graph } from './history/graph.ts';
import { loadRevisions } from './history/load.ts';
import { headsOf } from './history/node.ts';
import { planDowngrade, planUpgrade } from './history/plan.ts';
import { parseRange, resolve } from './history/reference.ts';
import type { Heads, Step } from './history/revision.ts';
import { stateOf } from './history/rows.ts';
import { createLoader, type Loader } from './loader/load.ts';
import type { Project, Target } from './project/project.ts';
import { createRecorder, type Recorder } from './recorder/record.ts';
import type { Recording } from './recorder/recording.ts';
import { createSpool } from './recorder/spool.ts';
import { emptySchema, type Schema } from './schema/schema.ts';

/** Steps from one set of version rows to another. */
export interface Walk {
  readonly from: Heads;
  readonly to: Heads;
  readonly steps: readonly Step[];
}

export function historyOf(project: Project): Graph {
  return buildGraph(loadRevisions(project.root, project.revisions));
}

function startOf(graph: Graph, texts: readonly string[]): Heads {
  return headsOf(stateOf(graph, headsOf(texts.flatMap((text) => resolve(graph, text)))).rows);
}

function walkOf(from: Heads, steps: readonly Step[]): Walk {
  return { from, to: steps.at(-1)?.after ?? from, steps };
}

function startTexts(
  text: string | undefined,
  from: readonly string[],
  otherwise: readonly string[],
): readonly string[] {
  if (text === undefined) return from.length > 0 ? from : otherwise;
  if (from.length === 0) return [text];
  throw new MigratorError('two-starts', 'the start is given twice: before the colon and with --from', {
    hint: 'Give it once.',
  });
}

/** `a:b`, `a:`, `:b` or `b`; without an end, `heads`; without a start, `from` or base. */
export function upgradeWalk(graph: Graph, text: string | undefined, from: readonly string[] = []): Walk {
  const range = text === undefined ? {} : (parseRange(text) ?? { to: text });
  const start = startOf(graph, startTexts(range.from, from, []));
  return walkOf(start, planUpgrade(graph, start, range.to ?? 'heads'));
}

/** `b:a`, or `a` with `from`; nothing is assumed of either end. */
export function downgradeWalk(graph: Graph, text: string, from: readonly string[] = []): Walk {
  const range = parseRange(text) ?? { to: text };
  const texts = startTexts(range.from, from, []);
  if (texts.length === 0 || range.to === undefined) {
    throw new MigratorError(
      'needs-start',
      `a downgrade as a script needs both ends, and ${JSON.stringify(text)} gives one`,
      {
        hint: 'Write from:to, for example ab12:base.',
      },
    );
  }
  const start = startOf(graph, texts);
  return walkOf(start, planDowngrade(graph, start, range.to));
}

/** The same way back, revision by revision. */
export function reversed(walk: Walk): Walk {
  const steps = walk.steps
    .toReversed()
    .map(
      (step): Step => ({
        revision: step.revision,
        direction: step.direction === 'up' ? 'down' : 'up',
        before: step.after,
        after: step.before,
      }),
    );
  return { from: walk.to, to: walk.from, steps };
}

/** Records revisions for one target after another; files are run once for all of them. */
export interface Studio {
  /** Records the walks one after the other. The first begins where its `from` says, replayed from base. */
  record(target: Target, walks: readonly Walk[]): Promise<readonly (readonly Recording[])[]>;
  readonly loader: Loader;
  /** Texts kept in temporary files are gone afterwards. */
  dispose(): void;
}

const ownHome = dirname(fileURLToPath(import.meta.url)) + sep;

/** The author's files: all of the project but its packages and migrator itself. */
function ownFiles(root: string): (absolute: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const start = root.endsWith(sep) ? root : root + sep;
  return (absolute) => {
    if (known.has(absolute)) return known.get(absolute);
    const foreign =
      !absolute.startsWith(start) || absolute.startsWith(ownHome) || absolute.includes(`${sep}node_modules${sep}`);
    const file = foreign ? undefined : relative(root, absolute).split(sep).join('/');
    known.set(absolute, file);
    return file;
  };
}

export function serverVersion(target: Target, dialect: Dialect): string {
  return target.version ?? dialect.defaultVersion;
}

async function recordSteps(recorder: Recorder, steps: readonly Step[], before: Schema): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  let schema = before;
  for (const step of steps) {
    const recording = await recorder.record(step, schema);
    recordings.push(recording);
    schema = recording.after;
  }
  return recordings;
}

/** Replay is recording without ink: what base → `heads` leaves behind. */
async function replay(recorder: Recorder, graph: Graph, heads: Heads): Promise<Schema> {
  if (heads.length === 0) return emptySchema;
  let schema = emptySchema;
  for (const step of planUpgrade(graph, [], heads.join(','))) schema = (await recorder.record(step, schema)).after;
  return schema;
}

export function openStudio(project: Project, graph: Graph, x: Readonly<Record<string, string>>): Studio {
  const loader = createLoader({ root: project.root, provided: new Map() });
  const spool = createSpool();
  const own = ownFiles(project.root);
  const load = (file: string) => loader.load(join(project.root, file));
  return {
    loader,
    async record(target, walks) {
      const dialect = dialectOf(target.dialect);
      const recorder = createRecorder({ dialect, version: serverVersion(target, dialect), x, spool, own, load });
      const recorded: (readonly Recording[])[] = [];
      let schema = await replay(recorder, graph, walks[0]?.from ?? []);
      for (const walk of walks) {
        const recordings = await recordSteps(recorder, walk.steps, schema);
        schema = recordings.at(-1)?.after ?? schema;
        recorded.push(recordings);
      }
      return recorded;
    },
    dispose: () => spool.dispose(),
  };
}
