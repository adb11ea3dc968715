/** The bundle's README: how to run, check and undo it, in the DBA's own command lines. */

import { hasLossSwitch } from '../script/compose.ts';
import { whatFailureLeaves } from '../script/failure.ts';
import type { Script } from '../script/script.ts';
import {
  acceptedIn,
  fromElsewhere,
  onlineIn,
  pricesOf,
  readsIn,
  showHeads,
  showPlace,
  titleOf,
} from '../script/title.ts';

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

const code = (line: string, language = 'sh'): readonly string[] => ['', `\`\`\`${language}`, line, '```', ''];

/** Markdown reads `|` and line breaks in a table as its own. */
const cell = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').replace(/[\\|`<*_[\]]/g, '\\$&');

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

/** Indented lines are SQL. */
function paragraphs(lines: readonly string[]): readonly string[] {
  const isSql = (line: string | undefined) => line?.startsWith('  ') === true;
  return lines.flatMap((line, n) => {
    if (!isSql(line)) return [cell(line)];
    const [before, after] = [isSql(lines[n - 1]) ? [] : ['', '```sql'], isSql(lines[n + 1]) ? [] : ['```']];
    return [...before, `${line.trim()};`, ...after];
  });
}

/** A command line, or the sentence that stands for one. */
function lineOf(
  { run, inWords }: Pick<Script['client'], 'run'> & { readonly inWords?: unknown },
  file: string,
): readonly string[] {
  const line = run(file);
  return inWords === undefined ? code(line) : ['', `${cell(line.replace(/^./, (first) => first.toUpperCase()))}.`, ''];
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

/** What somebody does between two runs. */
function stopping({ recordings, client }: Script): readonly string[] {
  const online = onlineIn(recordings);
  if (online.length === 0) return [];
  const again = client.resumes ? 'run the same file again (unless it is the first), or have' : 'have';
  return [
    'The script stops in the place of these revisions, which are done online and not by a script. What comes before is done then.',
    `Do what its message says, so that the version rows are right, and ${again} a script made that starts there.`,
    '',
    ...online.map(({ revision, reason }) => `- ${cell(`${revision}: ${reason}`)}`),
    '',
  ];
}

/** What the script holds only if the database has what the history's own statements made, or what its author says. */
function reading({ recordings }: Script): readonly string[] {
  const reads = readsIn(recordings);
  const listed = (title: string, some: typeof reads): readonly string[] => {
    if (some.length === 0) return [];
    const lines = some.map(({ revision, place, asked, answer, kind, depends, accepted }) => {
      const where = place === undefined ? revision : `${revision}, ${showPlace(place)}`;
      const words = accepted === undefined ? '' : ` Accepted: ${accepted}`;
      return `- ${cell(`${where}: ${asked}: ${answer} (${kind}; ${depends}).${words}`)}`;
    });
    return [title, '', ...lines, ''];
  };
  return [
    ...listed(
      'Answered before the script was written, from an engine that held nothing but what the revisions made:',
      reads.filter(({ source }) => source === 'shadow'),
    ),
    ...listed(
      'Answered by who wrote the revisions, before the script was written; no database was asked:',
      reads.filter(({ source }) => source === 'declared'),
    ),
  ];
}

/** What goes for good, and why the revisions say that it may. */
function accepting({ recordings }: Script): readonly string[] {
  const losses = acceptedIn(recordings);
  if (losses.length === 0) return [];
  return [
    'Accepted losses: what these do is not counted first, because the revision says why it may go.',
    '',
    ...losses.map(({ revision, what, words }) => `- ${cell(`${revision}, ${what}: ${words}`)}`),
    '',
  ];
}

/** What a script counts before it does away with it: whoever writes the revisions can say of all of it at once why it may go. */
function counting({ recordings }: Script): readonly string[] {
  const counted = recordings.flatMap(({ step, preconditions = [] }) =>
    preconditions.flatMap(({ check: { loss, noun, of } }) =>
      loss ? [`- ${cell(`revision ${step.revision.id}: ${noun}s${of}`)}`] : [],
    ),
  );
  if (counted.length === 0) return [];
  return [
    'Counted before it goes; while there are any the script refuses, unless the revision says why they may go:',
    '',
    ...new Set(counted),
    '',
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

function switching({ client, frame, recordings }: Script): readonly string[] {
  if (!hasLossSwitch(recordings)) return [];
  const how = client.acceptLoss(frame.file);
  return [
    'Before it loses rows or values it counts them, and refuses when there are any. It goes on',
    'when its switch, off by default, is turned on:',
    ...(how.includes(frame.file) ? code(how) : ['', `- ${cell(how)}`, '']),
  ];
}

/** What nobody wrote deserves a second look. */
function deriving({ recordings }: Script): readonly string[] {
  const steps = recordings.filter(({ derived }) => derived !== undefined);
  if (steps.length === 0) return [];
  return [
    'These ways back were derived from what the revisions do, because the revisions have none of their own:',
    '',
    ...steps.map(priced),
    '',
  ];
}

function losing({ recordings }: Script): readonly string[] {
  const steps = recordings.filter(({ losses }) => losses !== undefined);
  if (steps.length === 0) return [];
  return ['These ways back, which the revisions have of their own, lose data:', '', ...steps.map(priced), ''];
}

function priced(recording: Script['recordings'][number]): string {
  const title = titleOf(recording.step);
  const sentence = /[.!?]$/.test(title) ? title : `${title}.`;
  return `- ${cell([sentence, ...pricesOf(recording)].join(' '))}`;
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
