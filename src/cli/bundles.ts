/** Bundles of one walk for several targets: all are worked out before the first is written, and none that stands already. */

import { join, relative, resolve, sep } from 'node:path';
import type { Bundle } from '../bundle/bundle.ts';
import { bundleName } from '../bundle/bundle-name.ts';
import { type Asked, type Memory, openMemory } from '../bundle/memory.ts';
import { readManifest } from '../bundle/verify.ts';
import type { Compiler } from '../compile/compile.ts';
import { allFaults, faultsOf, MigratorError } from '../errors.ts';
import type { Graph } from '../history/graph.ts';
import type { Walk } from '../history/range.ts';
import { codeFolder } from '../home.ts';
import type { Project, Target } from '../project/project.ts';
import { countedIn } from '../script/title.ts';
import { toolVersion } from '../version.ts';
import type { Answer, Context, Given } from './command.ts';
import { samenessOf } from './report.ts';
import type { Opened } from './session.ts';

/** One target's bundle as it was asked for. */
interface Order {
  readonly target: Target;
  readonly name: string;
  readonly asked: Asked;
}

export async function bundles(
  opened: Opened,
  targets: readonly Target[],
  walk: Walk,
  context: Context,
  given: Given,
): Promise<Answer> {
  const { project, graph } = opened;
  const orders = targets.map((target) => orderOf(project, graph, target, walk, context, given));
  const memory = openMemory(project.root, codeFolder);
  const standing = given.flag('dry-run') ? [] : orders.filter(({ asked }) => memory.stands(asked));
  const missing = orders.filter((order) => !standing.includes(order));
  const made = missing.length === 0 ? new Map<Order, Row>() : await make(missing, opened, walk, memory, context, given);
  const rows = orders.map((order) => made.get(order) ?? standingRow(order, walk, context));
  return { data: { bundles: rows.map(({ data }) => data) }, text: rows.map(({ line }) => `${line}\n`) };
}

function orderOf(project: Project, graph: Graph, target: Target, walk: Walk, context: Context, given: Given): Order {
  const name = given.text('name') ?? bundleName(walk.from, walk.to);
  const history = graph.nodes.map(({ revision: { id, file, digest } }) => [id, file, digest]);
  const steps = walk.steps.map(({ revision }) => revision.id);
  const { plugins, knex, sayings } = project;
  const inputs = [toolVersion(), target, name, given.x, plugins, knex, sayings, walk.from, walk.to, steps, history];
  return { target, name, asked: { inputs, folder: join(parentOf(project, target, context, given), name) } };
}

async function make(
  orders: readonly Order[],
  { project, graph, knexfile }: Opened,
  walk: Walk,
  memory: Memory,
  context: Context,
  given: Given,
): Promise<ReadonlyMap<Order, Row>> {
  const [{ createCompiler }, { checkPlace }, { writeBundle }] = await Promise.all([
    import('../compile/compile.ts'),
    import('../bundle/place.ts'),
    import('../bundle/write.ts'),
  ]);
  const named = given.text('name') !== undefined;
  const compiler = createCompiler(project, graph, given.x, knexfile);
  try {
    const made = await compileAll(compiler, orders, walk);
    if (given.flag('dry-run'))
      return new Map(made.map(([order, bundle]) => [order, madeRow(order, bundle, walk, context)]));
    for (const [order, bundle] of made) checkPlace(bundle, parentOf(project, order.target, context, given), named);
    const rows = made.map(([order, bundle]) => {
      const { manifest } = writeBundle(bundle, parentOf(project, order.target, context, given), named);
      if (compiler.loader.pure) memory.remember(order.asked, compiler.loader);
      return [order, madeRow(order, bundle, walk, context, manifest.files)] as const;
    });
    memory.save();
    return new Map(rows);
  } finally {
    compiler.dispose();
  }
}

/** What every target has to complain of is said once, and what differs too. */
async function compileAll(
  compiler: Compiler,
  orders: readonly Order[],
  walk: Walk,
): Promise<readonly (readonly [Order, Bundle])[]> {
  const made: (readonly [Order, Bundle])[] = [];
  const faults = new Map<string, MigratorError>();
  for (const order of orders) {
    try {
      made.push([order, await compiler.bundle(order.target, walk, order.name)]);
    } catch (error) {
      if (!(error instanceof MigratorError)) throw error;
      for (const fault of faultsOf(error)) {
        const key = samenessOf(fault);
        if (!faults.has(key)) faults.set(key, fault);
      }
    }
  }
  const fault = allFaults([...faults.values()]);
  if (fault !== undefined) throw fault;
  return made;
}

function parentOf(project: Project, target: Target, context: Context, given: Given): string {
  const out = given.text('out');
  return out === undefined ? join(project.root, target.output) : resolve(context.cwd, out, target.name);
}

function shown(context: Context, folder: string): string {
  return (relative(context.cwd, folder) || '.').split(sep).join('/');
}

interface Row {
  readonly data: unknown;
  readonly line: string;
}

function countOf({ steps }: Walk): string {
  return `${steps.length} ${steps.length === 1 ? 'revision' : 'revisions'}`;
}

function factsOf({ target, name, asked }: Order, { from, to, steps }: Walk, context: Context) {
  return { target: target.name, name, folder: shown(context, asked.folder), from, to, revisions: steps.length };
}

function madeRow(order: Order, made: Bundle, walk: Walk, context: Context, files?: readonly object[]): Row {
  const facts = factsOf(order, walk, context);
  const back = 'impossible' in made.down ? ', no way back' : '';
  const counted = countedIn(made.up.recordings);
  const first = counted.length === 0 ? '' : `, ${counted.length} loss${counted.length === 1 ? '' : 'es'} counted first`;
  return {
    data: { ...facts, written: files !== undefined, ...(files === undefined ? {} : { files }) },
    line: `${facts.folder}  ${countOf(walk)}${back}${first}`,
  };
}

function standingRow(order: Order, walk: Walk, context: Context): Row {
  const facts = factsOf(order, walk, context);
  const files = readManifest(order.asked.folder)?.files ?? [];
  return { data: { ...facts, written: false, files }, line: `${facts.folder}  ${countOf(walk)}, unchanged` };
}
