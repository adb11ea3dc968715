/** What a bundle's README tells of its scripts unasked: stops, losses, reads, switches, and what was derived. */

import { showPlace } from '../errors.ts';
import { hasLossSwitch } from '../script/compose.ts';
import type { Script } from '../script/script.ts';
import { acceptedIn, countedIn, onlineIn, pricesOf, readsIn, titleOf } from '../script/title.ts';
import { cell, code } from './markdown.ts';

/** What somebody does between two runs. */
export function stopping({ recordings, client }: Script): readonly string[] {
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
export function reading({ recordings }: Script): readonly string[] {
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
export function accepting({ recordings }: Script): readonly string[] {
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
export function counting({ recordings }: Script): readonly string[] {
  const counted = countedIn(recordings);
  if (counted.length === 0) return [];
  return [
    'Counted before it goes; while there are any the script refuses, unless the revision says why they may go:',
    '',
    ...counted.map((one) => `- ${cell(one)}`),
    '',
  ];
}

export function switching({ client, frame, recordings }: Script): readonly string[] {
  if (!hasLossSwitch(recordings)) return [];
  const how = client.acceptLoss(frame.file);
  return [
    'Before it loses rows or values it counts them, and refuses when there are any. It goes on',
    'when its switch, off by default, is turned on:',
    ...(how.includes(frame.file) ? code(how) : ['', `- ${cell(how)}`, '']),
  ];
}

/** What nobody wrote deserves a second look. */
export function deriving({ recordings }: Script): readonly string[] {
  const steps = recordings.filter(({ derived }) => derived !== undefined);
  if (steps.length === 0) return [];
  return [
    'These ways back were derived from what the revisions do, because the revisions have none of their own:',
    '',
    ...steps.map(priced),
    '',
  ];
}

export function losing({ recordings }: Script): readonly string[] {
  const steps = recordings.filter(({ losses }) => losses !== undefined);
  if (steps.length === 0) return [];
  return ['These ways back, which the revisions have of their own, lose data:', '', ...steps.map(priced), ''];
}

function priced(recording: Script['recordings'][number]): string {
  const title = titleOf(recording.step);
  const sentence = /[.!?]$/.test(title) ? title : `${title}.`;
  return `- ${cell([sentence, ...pricesOf(recording)].join(' '))}`;
}
