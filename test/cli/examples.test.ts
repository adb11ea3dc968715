/** The examples of the documentation: those of a page are a history of one line, compiled on top of one another. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Files, stage } from './transcript.ts';

interface Example {
  readonly code: string;
  readonly dialect: string;
  readonly line: number;
}

/** ```` ```ts ```` is for PostgreSQL; ```` ```ts mysql ```` is for another database, and stands alone. */
function examplesOf(page: string): readonly Example[] {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^```ts(?: (\w+))?\n([\s\S]*?)^```$/gm)].map((found) => {
    const [, dialect = 'postgresql', code = ''] = found;
    return { dialect, code, line: text.slice(0, found.index).split('\n').length };
  });
}

const isWholeRevision = ({ code }: Example): boolean => code.startsWith('/**');
/** The file that a first line such as `// plugins/audit.ts` names. */
const fileOf = ({ code }: Example): string | undefined => /^\/\/ (\S+\.ts)\n/.exec(code)?.[1];
const idOf = ({ line }: Example): string => `line${line}`;

function revisionOf(example: Example, parent: Example | undefined): string {
  if (isWholeRevision(example)) return example.code;
  const header = [
    `/** ${idOf(example)} */`,
    `export const revision = '${idOf(example)}';`,
    `export const downRevision = ${parent === undefined ? 'null' : `'${idOf(parent)}'`};`,
  ];
  const hasFunctions = example.code.startsWith('export ');
  const body = hasFunctions ? [example.code] : ['export async function upgrade(op) {', example.code, '}'];
  return [...header, ...body].join('\n');
}

function projectOf(examples: readonly Example[], files: Files): Files {
  const plugins = Object.keys(files);
  const configuration = [
    '[migrator]',
    ...(plugins.length === 0 ? [] : [`plugins = ${JSON.stringify(plugins)}`]),
    '[target.main]',
    `dialect = "${examples[0]?.dialect}"`,
  ];
  const revisions = examples.map(
    (example, at) => [`revisions/${idOf(example)}.ts`, revisionOf(example, examples[at - 1])] as const,
  );
  return {
    'migrator.toml': configuration.join('\n'),
    'revisions/_seed/customers.csv': 'name,country\nAnn,AT\n',
    ...files,
    ...Object.fromEntries(revisions),
  };
}

test.each(['README.md', 'docs/revisions.md', 'docs/operations.md'])('the examples of %s compile', async (page) => {
  const all = examplesOf(page);
  const files = all.flatMap((example) => {
    const file = fileOf(example);
    return file === undefined ? [] : [[file, example.code] as const];
  });
  const revisions = all.filter((example) => fileOf(example) === undefined);
  const inLine = revisions.filter((example) => example.dialect === 'postgresql' && !isWholeRevision(example));
  const alone = revisions.filter((example) => !inLine.includes(example)).map((example) => [example]);
  const histories = [inLine, ...alone].filter((examples) => examples.length > 0);
  expect(histories.length).toBeGreaterThan(0);
  for (const examples of histories) {
    const { run } = stage(projectOf(examples, Object.fromEntries(files)));
    expect(await run(['upgrade', '--sql', '--target', 'main'])).toMatchObject({ code: 0, stderr: '' });
  }
});

test('docs/operations.md has every directive', async () => {
  const reference = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const code = "op.execute(`directives: ${Object.keys(op).join(' ')}`);";
  const { run } = stage(projectOf([{ code, dialect: 'postgresql', line: 1 }], {}));
  const { stdout } = await run(['upgrade', '--sql', '--target', 'main']);
  const directives = /^directives: ([\w ]+);$/m.exec(stdout)?.[1]?.split(' ') ?? [];
  expect(directives.length).toBeGreaterThan(50);
  expect(directives.filter((directive) => !new RegExp(`op\\.${directive}\\b`).test(reference))).toEqual([]);
});
