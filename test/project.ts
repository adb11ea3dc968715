/** A project compiled as the command line does it, for tests that look at its scripts. */

import { loadHistory } from '../src/cli/session.ts';
import { createCompiler } from '../src/compile/compile.ts';
import { preflightOf } from '../src/compile/frame.ts';
import { MigratorError } from '../src/errors.ts';
import { buildGraph, type Graph } from '../src/history/graph.ts';
import { reversed, upgradeWalk } from '../src/history/range.ts';
import type { Project } from '../src/project/project.ts';
import { readProject } from '../src/project/read.ts';
import type { Recording } from '../src/recorder/recording.ts';
import { preflightText } from '../src/script/preflight.ts';
import { scriptText } from '../src/script/script-text.ts';
import { verifyText } from '../src/script/verify.ts';

export const repository: string = new URL('..', import.meta.url).pathname.replace(/\/$/, '');

export interface Compiled {
  readonly upgrade: string;
  readonly downgrade: string;
  readonly verify: string;
  readonly preflight: string;
  readonly heads: readonly string[];
  readonly recordings: readonly Recording[];
}

export function openProject(root: string): { readonly project: Project; readonly graph: Graph } {
  const project = readProject(undefined, root);
  return { project, graph: buildGraph(loadHistory(project)) };
}

export async function compileProject(root: string, targetName: string, range?: string): Promise<Compiled> {
  const { project, graph } = openProject(root);
  const target = project.targets.find(({ name }) => name === targetName);
  if (target === undefined) throw new MigratorError('no-target', targetName);
  const compiler = createCompiler(project, graph, {});
  try {
    const walk = upgradeWalk(graph, range);
    const up = await compiler.script(target, walk, 'upgrade.sql');
    const down = await compiler.script(target, reversed(walk), 'downgrade.sql');
    const text = (script: typeof up) => [...scriptText(script)].join('');
    return {
      upgrade: text(up),
      downgrade: text(down),
      get verify() {
        return [...verifyText(up, up.after!, 'verify.sql')].join('');
      },
      get preflight() {
        return [...preflightText(up, preflightOf(target, up), 'preflight.sql')].join('');
      },
      heads: walk.to,
      recordings: up.recordings,
    };
  } finally {
    compiler.dispose();
  }
}
