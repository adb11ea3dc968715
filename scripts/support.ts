/** The page that tells what each database supports, made from the golden cases: what a dialect says of a case is what a user would get. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialects } from '../src/dialect/dialects.ts';
import { dialectNames } from '../src/dialect/names.ts';

const folder: string = new URL('../test/cases', import.meta.url).pathname;

interface Outcome {
  readonly code: string;
  readonly reason: string;
}

/** Undefined: the script is made. */
function outcomeOf(name: string, dialect: string): Outcome | undefined {
  const file = join(folder, name, 'expected', dialect, 'upgrade.sql');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, code = '', said = ''] = /^NOT POSSIBLE: (\S+)\n(.*)/.exec(text) ?? [];
  return code === '' ? undefined : { code, reason: said.replace(/^revisions\/\S+ /, '') };
}

/** The message of the case's last revision. */
function titleOf(name: string): string {
  const files = readdirSync(join(folder, name, 'revisions')).filter((file) => file.endsWith('.ts'));
  const last = readFileSync(join(folder, name, 'revisions', files.sort().at(-1)!), 'utf8');
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(last)?.[1] ?? '';
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trim());
  return lines.find((line) => line !== '')?.replace(/\.$/, '') ?? name;
}

export function supportPage(heading: string): string {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const notes: string[] = [];
  const mark = (name: string, dialect: keyof typeof dialects): string => {
    const outcome = outcomeOf(name, dialect);
    if (outcome === undefined) return 'yes';
    const note = `${dialects[dialect].title}: ${outcome.reason} (\`${outcome.code}\`)`;
    if (!notes.includes(note)) notes.push(note);
    const word = outcome.code === 'no-downgrade' ? 'up' : 'no';
    return `${word} [${notes.indexOf(note) + 1}](#why-not)`;
  };
  const rows = names.map((name) => [
    `[${titleOf(name)}](../test/cases/${name}/revisions)`,
    ...dialectNames.map((dialect) => mark(name, dialect)),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    heading,
    '',
    '# What each database supports',
    '',
    'Each row is a small history of its own under `test/cases`, with the script that each database gets in `expected`. *yes*: the script is made;',
    'where the database can be run here, its own client has applied it and taken it back. *no*: the revision is refused with its line, for the reason that is told below.',
    '*up*: the upgrade is made, but nothing tells how to take it back, so the revision must say it itself.',
    'The servers are as old as those that the cases name (`test/cases/case.ts`); newer ones have more.',
    '',
    line(['', ...dialectNames]),
    line(['---', ...dialectNames.map(() => '---')]),
    ...rows.map(line),
    '',
    '## Why not',
    '',
    ...notes.map((note, at) => `${at + 1}. ${note}`),
    '',
  ].join('\n');
}
