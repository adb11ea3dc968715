/** A project compiled as the command line does it, for tests that look at its scripts. */

import { historyOf, openStudio, reversed, serverVersion, upgradeWalk, type Walk } from '../src/compile.ts';
import { dialectOf } from '../src/dialect/dialects.ts';
import { MigratorError } from '../src/errors.ts';
import type { Target } from '../src/project/project.ts';
import { readProject } from '../src/project/read.ts';
import type { Recording } from '../src/recorder/recording.ts';
import { scriptText } from '../src/script/script-text.ts';

export const repository: string = new URL('..', import.meta.url).pathname.replace(/\/$/, '');

export interface Compiled {
  readonly upgrade: string;
  readonly downgrade: string;
  readonly heads: readonly string[];
  readonly recordings: readonly Recording[];
}

function text(target: Target, recordings: readonly Recording[], walk: Walk, file: string): string {
  const dialect = dialectOf(target.dialect);
  const frame = {
    versionTable: target.versionTable,
    serverVersion: serverVersion(target, dialect),
    from: walk.from,
    to: walk.to,
    file,
    ...(target.schema === undefined ? {} : { schema: target.schema }),
  };
  return [
    ...scriptText({ version: '0.0.0', dialect, client: dialect.clients[0]!, kind: 'revisions', recordings, frame }),
  ].join('');
}

export async function compileProject(root: string, targetName: string, range?: string): Promise<Compiled> {
  const project = readProject(undefined, root);
  const graph = historyOf(project);
  const target = project.targets.find(({ name }) => name === targetName);
  if (target === undefined) throw new MigratorError('no-target', targetName);
  const studio = openStudio(project, graph, {});
  try {
    const walk = upgradeWalk(graph, range);
    const [up = [], down = []] = await studio.record(target, [walk, reversed(walk)]);
    return {
      upgrade: text(target, up, walk, 'upgrade.sql'),
      downgrade: text(target, down, reversed(walk), 'downgrade.sql'),
      heads: walk.to,
      recordings: up,
    };
  } finally {
    studio.dispose();
  }
}
