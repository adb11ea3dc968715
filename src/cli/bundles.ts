/** Bundles of one walk for several targets: all are worked out before the first is written. */

import { join, relative, resolve, sep } from 'node:path';
import type { Bundle } from '../bundle/bundle.ts';
import { type Written, writeBundle } from '../bundle/write.ts';
import { type Compiler, createCompiler } from '../compile.ts';
import { allFaults, MigratorError } from '../errors.ts';
import type { Walk } from '../history/range.ts';
import type { Project, Target } from '../project/project.ts';
import type { Answer, Context, Given } from './command.ts';
import { faultsOf } from './report.ts';
import type { Opened } from './session.ts';

export async function bundles(
  { project, graph }: Opened,
  targets: readonly Target[],
  walk: Walk,
  context: Context,
  given: Given,
): Promise<Answer> {
  const compiler = createCompiler(project.root, graph, given.x);
  try {
    const made = await compileAll(compiler, targets, walk, given.text('name'));
    const rows = made.map(([target, made]) => {
      const parent = parentOf(project, target, context, given);
      if (given.flag('dry-run')) return rowOf(target, made, shown(context, join(parent, made.name)), undefined);
      const written = writeBundle(made, parent);
      return rowOf(target, made, shown(context, written.folder), written);
    });
    return { data: { bundles: rows.map(({ data }) => data) }, text: rows.map(({ line }) => `${line}\n`) };
  } finally {
    compiler.dispose();
  }
}

/** What every target has to complain of is said once, and what differs too. */
async function compileAll(
  compiler: Compiler,
  targets: readonly Target[],
  walk: Walk,
  name: string | undefined,
): Promise<readonly (readonly [Target, Bundle])[]> {
  const made: (readonly [Target, Bundle])[] = [];
  const faults = new Map<string, MigratorError>();
  for (const target of targets) {
    try {
      made.push([target, await compiler.bundle(target, walk, name)]);
    } catch (error) {
      if (!(error instanceof MigratorError)) throw error;
      for (const fault of faultsOf(error)) {
        const key = JSON.stringify([fault.code, fault.message, fault.place]);
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

function rowOf(target: Target, made: Bundle, folder: string, written: Written | undefined): Row {
  const { from, to } = made.up.frame;
  const revisions = made.up.recordings.length;
  const facts = { target: target.name, name: made.name, folder, from, to, revisions, written: written !== undefined };
  const count = `${revisions} ${revisions === 1 ? 'revision' : 'revisions'}`;
  const back = 'impossible' in made.down ? ', no way back' : '';
  return {
    data: written === undefined ? facts : { ...facts, files: written.manifest.files },
    line: `${folder}  ${count}${back}`,
  };
}
