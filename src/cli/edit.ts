/** `migrator edit` */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { MigratorError } from '../errors.ts';
import { resolveOne } from '../history/reference.ts';
import type { Command, Context } from './command.ts';
import { openHistory } from './session.ts';

export const edit: Command = {
  arguments: [{ name: 'REVISION', summary: 'an id, the start of one, head, label@head …', required: true }],
  options: [],
  examples: [{ line: 'migrator edit head', says: 'opens the newest revision in $VISUAL or $EDITOR' }],
  async run(context, given) {
    const { project, graph } = await openHistory(context, given);
    const [reference] = given.arguments;
    const node = resolveOne(graph, reference!);
    if (node === undefined) {
      throw new MigratorError('no-revision', `${JSON.stringify(reference)} stands for no revision`, {
        hint: 'name one of "migrator history"',
      });
    }
    openEditor(context, join(project.root, node.revision.file));
    return { data: { file: node.revision.file }, text: [] };
  },
};

/** The variable may hold arguments, as in `code --wait`. */
function openEditor(context: Context, file: string): void {
  const words = (context.env.VISUAL || context.env.EDITOR || '').split(/\s+/).filter((word) => word !== '');
  const [program, ...rest] = words;
  if (program === undefined) {
    throw new MigratorError('no-editor', 'no editor is set', { hint: `set VISUAL or EDITOR, or open ${file}` });
  }
  const { status, error, signal } = spawnSync(program, [...rest, file], {
    cwd: context.cwd,
    env: { ...context.env },
    stdio: 'inherit',
  });
  if (status === 0) return;
  const why =
    error === undefined ? `ended with ${signal ?? `status ${status}`}` : `cannot be started: ${error.message}`;
  throw new MigratorError('editor-failed', `the editor ${program} ${why}`, {
    hint: 'set VISUAL or EDITOR',
    cause: error,
  });
}
