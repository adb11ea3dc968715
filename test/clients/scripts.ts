/** The scripts of the golden cases as values, before they are printed. */
import { createCompiler } from '../../src/compile/compile.ts';
import { type DialectName, dialectNames } from '../../src/dialect/names.ts';
import { MigratorError } from '../../src/errors.ts';
import { reversed, upgradeWalk } from '../../src/history/range.ts';
import type { Script } from '../../src/script/script.ts';
import { openCase } from '../cases/case.ts';
import { openProject } from '../project.ts';

export type Direction = 'upgrade' | 'downgrade';
export type Scripts = Readonly<Partial<Record<DialectName, Readonly<Record<Direction, Script>>>>>;

/** A case for every dialect that can do it; the author's files are run once for all of them. */
export async function scriptsOf(name: string, wanted: readonly DialectName[] = dialectNames): Promise<Scripts> {
  const { root, remove } = openCase(name);
  const { project, graph } = openProject(root);
  const compiler = createCompiler(project, graph, {});
  const walk = upgradeWalk(graph, undefined);
  const made: Partial<Record<DialectName, Readonly<Record<Direction, Script>>>> = {};
  try {
    for (const dialect of wanted) {
      const target = project.targets.find((one) => one.name === dialect)!;
      try {
        const upgrade = await compiler.script(target, walk, 'upgrade.sql');
        made[dialect] = { upgrade, downgrade: await compiler.script(target, reversed(walk), 'downgrade.sql') };
      } catch (error) {
        if (!(error instanceof MigratorError)) throw error;
      }
    }
    return made;
  } finally {
    compiler.dispose();
    remove();
  }
}
