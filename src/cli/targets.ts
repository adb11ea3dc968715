/** Which targets of the project a command is for. */

import { MigratorError } from '../errors.ts';
import { suggestion } from '../nearest.ts';
import type { Project, Target } from '../project/project.ts';
import type { Given } from './command.ts';

/** Those of `--target`, each once and in the order of migrator.toml; without it, all. */
export function chosenTargets(project: Project, given: Given): readonly Target[] {
  const { targets, file } = project;
  const names = targets.map(({ name }) => name);
  for (const name of given.texts('target')) {
    if (names.includes(name)) continue;
    const hint = names.length === 0 ? `add [target.${name}] to ${file}` : suggestion(name, names);
    throw new MigratorError('unknown-target', `there is no target ${JSON.stringify(name)}`, { hint });
  }
  if (targets.length === 0) {
    throw new MigratorError('no-target', `${file} names no target to write SQL for`, {
      hint: 'add a [target.NAME] with its dialect',
      place: { file },
    });
  }
  const chosen = new Set(given.texts('target'));
  return chosen.size === 0 ? targets : targets.filter(({ name }) => chosen.has(name));
}

/** For what goes into one script. */
export function oneTarget(project: Project, given: Given): Target {
  const [target, ...others] = chosenTargets(project, given);
  if (others.length === 0) return target!;
  const names = [target!, ...others].map(({ name }) => name).join(', ');
  throw new MigratorError('several-targets', `one script is for one target, and there are several: ${names}`, {
    hint: `choose with --target, such as --target ${target!.name}; "migrator bundle" writes for all`,
  });
}
