/** Runs the project's programs on a new revision file; the first that fails ends it. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { MigratorError } from '../errors.ts';
import type { Hook, Project } from '../project/project.ts';
import type { Context } from './command.ts';

export const fileToken = 'REVISION_FILE';

/** `file` is relative to the project. Answers what the programs said. */
export function runHooks(project: Project, file: string, context: Context): string[] {
  return project.revisions.hooks.flatMap((hook) => runHook(hook, project.root, file, context));
}

function runHook(hook: Hook, root: string, file: string, context: Context): string[] {
  const path = join(root, file);
  const words = hook.command.map((word) => word.replaceAll(fileToken, path));
  if (!hook.command.some((word) => word.includes(fileToken))) words.push(path);
  const [program, ...rest] = words;
  const { status, signal, error, stdout, stderr } = spawnSync(program!, rest, {
    cwd: root,
    env: { ...context.env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = `${stdout ?? ''}${stderr ?? ''}`.split('\n').filter((line) => line.trim() !== '');
  if (status === 0) return said.map((line) => `${hook.name}: ${line}`);
  const how =
    error === undefined ? `ended with ${signal ?? `status ${status}`}` : `cannot be started: ${error.message}`;
  const told = said.length === 0 ? '' : `:\n${said.map((line) => `    ${line}`).join('\n')}`;
  throw new MigratorError('hook-failed', `the hook ${JSON.stringify(hook.name)} ${how}${told}`, {
    hint: `${file} was taken away again; mend the hook or the template, then repeat the command`,
    place: hook.place,
    cause: error,
  });
}
