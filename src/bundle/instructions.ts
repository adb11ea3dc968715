/** The bundle's README: how to run, check and undo it, in the DBA's own command lines. */

import { whatFailureLeaves } from '../script/failure.ts';
import type { Script } from '../script/script.ts';
import { fromElsewhere, showHeads } from '../script/title.ts';
import { accepting, counting, deriving, losing, reading, stopping, switching } from './disclosures.ts';
import { cell, code, lineOf, paragraphs } from './markdown.ts';

export const preflightFile = 'preflight.sql';
export const verifyFile = 'verify.sql';

export interface Described {
  readonly name: string;
  readonly target: string;
  readonly up: Script;
  readonly down: Script | { readonly impossible: string };
  readonly files: readonly { readonly name: string }[];
}

export function instructions(described: Described): readonly string[] {
  return [
    ...heading(described),
    ...checking(described.up),
    ...running(described),
    ...looking(described),
    ...undoing(described),
    ...contents(described),
  ].map((line) => `${line}\n`);
}

function heading({ name, target, up }: Described): readonly string[] {
  const { frame, dialect, version, recordings } = up;
  return [
    `# ${name}`,
    '',
    `Made by migrator ${version} for target \`${target}\`: ${dialect.title} ${frame.serverVersion}, client \`${up.client.tool}\`.`,
    '',
    `It takes a database from **${cell(showHeads(frame.from))}** to **${cell(showHeads(frame.to))}**.`,
    '',
    ...(recordings.length === 0
      ? ['There is nothing to do.', '']
      : [
          '| # | revision | message | file |',
          '| --- | --- | --- | --- |',
          ...recordings.map(
            ({ step: { revision } }, n) =>
              `| ${n + 1} | ${cell(revision.id)} | ${cell(revision.message)} | ${cell(revision.file)} |`,
          ),
          '',
        ]),
  ];
}

/** Says which files differ, and nothing when none does. */
const powershell =
  'Get-Content SHA256SUMS | ForEach-Object { $sum, $file = $_ -split \'  \', 2; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $file).Hash -ne $sum) { "$file was changed" } }';

function checking({ client, frame }: Script): readonly string[] {
  return [
    '## Before',
    '',
    'In this folder, see that nothing was changed on the way (no program but coreutils is needed):',
    ...code('sha256sum -c SHA256SUMS'),
    ...(client.onWindows === true
      ? ['On Windows, in PowerShell, which names the files that were changed:', ...code(powershell, 'powershell')]
      : []),
    'Do not edit the files: change the revisions and compile again. Have a backup.',
    '',
    `See whether ${frame.file} would run, before the change window or in it; this only reads:`,
    ...lineOf(client.asking, preflightFile),
    'It shows where the database stands, what is missing, how big the tables are that are touched, and the rows that would stop',
    ...(client.asking.inWords === undefined
      ? [
          'a revision. Its last line is the verdict, and it ends with a status other than 0 unless the script would run.',
        ]
      : ['a revision.', ...client.asking.inWords]),
    '',
  ];
}

/** How to run it, and what is less than the dialect's best. */
function runOf({ client, frame }: Script): readonly string[] {
  const { terms } = client;
  const list = (title: string, lines: readonly string[] = []) =>
    lines.length === 0 ? [] : [title, '', ...lines.map((words) => `- ${cell(words)}`), ''];
  return [
    ...lineOf(client, frame.file),
    ...(terms === undefined
      ? []
      : [
          ...list('What it needs:', terms.needs),
          ...list('Given up:', terms.givesUp),
          ...list('Still protected:', terms.keeps),
        ]),
  ];
}

function running({ up: script }: Described): readonly string[] {
  const { client } = script;
  return [
    '## Run it',
    ...runOf(script),
    'The script compares the version table with the revision that it starts from, before it changes anything and again',
    'before each revision. When the database is anywhere else it refuses, names what it expected and what it found, ends',
    `with ${client.statusWhenDone.includes('status') ? 'a status other than 0' : 'an error'}, and changes nothing. Run on a database that is there already, it says \`already applied\`,`,
    `ends with ${client.statusWhenDone}, and changes nothing.`,
    '',
    'To go on from another place, have a bundle made that starts there:',
    ...code(fromElsewhere(script)),
    ...paragraphs(whatFailureLeaves(script)),
    '',
    ...stopping(script),
    ...counting(script),
    ...accepting(script),
    ...reading(script),
  ];
}

function shownRows({ to, book }: Script['frame']): string {
  if (to.length === 0) return 'no row';
  if (book === undefined) return `exactly: ${cell(showHeads(to))}`;
  const count = book.names.indexOf(to[0]!) + 1;
  return `${count} row${count === 1 ? '' : 's'}, the migrations up to ${cell(showHeads(to))}`;
}

function looking({ up, files }: Described): readonly string[] {
  const { client, frame } = up;
  const [line, typed] = client.check(frame);
  return [
    '## Check it',
    ...(files.some(({ name }) => name === verifyFile) ? verifying(up) : []),
    ...(client.inWords === true ? code(`${line};`, 'sql') : code(line)),
    ...(typed === undefined ? [] : ['and at its prompt', ...code(`${typed};`, 'sql')]),
    `It must show ${shownRows(frame)}.`,
    '',
  ];
}

function verifying({ client, after }: Script): readonly string[] {
  return [
    ...lineOf(client.asking, verifyFile),
    'It only reads. It compares the tables, keys, indexes and other objects of the database, the version rows, the ledger and',
    ...(client.asking.inWords === undefined
      ? [
          'the log with what the revisions say, prints nothing but the differences, and ends with status 0 when there are none.',
        ]
      : ['the log with what the revisions say, and shows nothing but the differences.', ...client.asking.inWords]),
    ...(after !== undefined && after.unread.length > 0
      ? ['Raw SQL of the revisions is not verified; the head of the file names it.']
      : []),
    '',
    'The version rows alone:',
  ];
}

function undoing({ down }: Described): readonly string[] {
  if ('impossible' in down) return ['## Undo it', '', `There is no downgrade.sql: ${down.impossible}`, ''];
  const { frame } = down;
  return [
    '## Undo it',
    ...runOf(down),
    `It refuses unless the database is at ${cell(showHeads(frame.from))}, and goes back to ${cell(showHeads(frame.to))}.`,
    'What a revision deleted does not come back: read the script first.',
    '',
    ...switching(down),
    ...stopping(down),
    ...accepting(down),
    ...reading(down),
    ...deriving(down),
    ...losing(down),
  ];
}

function contents({ files }: Described): readonly string[] {
  const steps = files.some(({ name }) => name.startsWith('steps/'));
  return [
    '## Files',
    '',
    ...files.filter(({ name }) => !name.startsWith('steps/')).map(({ name }) => `- \`${name}\``),
    ...(steps ? ['- `steps/`: each revision by itself, for reading; every line in there is a comment'] : []),
    '- `manifest.json`: what this bundle is, for programs',
    '- `SHA256SUMS`: checksums of all other files',
  ];
}
