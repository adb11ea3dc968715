/** From walks through the history to scripts. Loads the recorder: only commands that need it import this, when they run. */

import { basename, resolve } from 'node:path';
import { type Compiler, createCompiler } from '../compile/compile.ts';
import type { Walk } from '../history/range.ts';
import type { Step } from '../history/revision.ts';
import type { Target } from '../project/project.ts';
import type { Script } from '../script/script.ts';
import { fileText } from '../script/script-text.ts';
import type { Answer, Context, Given } from './command.ts';
import { writeNew } from './files.ts';
import type { Opened } from './session.ts';

export interface Ends {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What `upgrade` and `downgrade` share. */
export async function walkAnswer(
  { project, graph, knexfile }: Opened,
  target: Target,
  walk: Walk,
  file: string,
  context: Context,
  given: Given,
): Promise<Answer> {
  if (given.flag('dry-run')) return planAnswer(target, walk);
  const compiler = createCompiler(project, graph, given.x, knexfile);
  try {
    const script = await compiler.script(target, walk, fileNameOf(given, file));
    return scriptAnswer(script, target, walk.steps, context, given, compiler);
  } catch (error) {
    compiler.dispose();
    throw error;
  }
}

export function fileNameOf(given: Given, otherwise: string): string {
  return basename(given.text('output') ?? otherwise);
}

/** To the file of `--output`, or to stdout; `compiler` is disposed of when the text has gone out. */
export function scriptAnswer(
  script: Script,
  target: Target,
  steps: readonly Step[],
  context: Context,
  given: Given,
  compiler?: Compiler,
): Answer {
  const { from, to } = script.frame;
  const facts = { target: target.name, from, to, steps: steps.map(stepData) };
  const text = closing(fileText(script), compiler);
  const file = given.text('output');
  if (file === undefined) {
    return {
      get data() {
        return { ...facts, sql: [...text].join('') };
      },
      text,
    };
  }
  writeNew(resolve(context.cwd, file), file, text, context.random);
  return { data: { ...facts, file }, text: [`${file}\n`] };
}

function* closing(text: Iterable<string>, compiler: Compiler | undefined): Generator<string> {
  try {
    yield* text;
  } finally {
    compiler?.dispose();
  }
}

const stepData = ({ direction, revision }: Step): object => ({ direction, id: revision.id, message: revision.message });

/** What `--dry-run` says: which revisions, in which order. */
export function planAnswer(target: Target, { from, to, steps }: Ends & { readonly steps: readonly Step[] }): Answer {
  return {
    data: { target: target.name, from, to, steps: steps.map(stepData), written: false },
    text: [
      `${target.name}: ${from.join(', ') || 'base'} -> ${to.join(', ') || 'base'}\n`,
      ...steps
        .map(({ direction, revision }) => `  ${direction} ${revision.id} ${revision.message}`.trimEnd())
        .map((line) => `${line}\n`),
    ],
  };
}
