/** The envelope that a DBA receives: scripts, a file for each step, a manifest and instructions. */

import type { Step } from '../history/revision.ts';
import { inForm } from '../script/form.ts';
import { type Preflight, preflightText } from '../script/preflight.ts';
import type { Script } from '../script/script.ts';
import { fileText } from '../script/script-text.ts';
import { verifyText } from '../script/verify.ts';
import { bundleName, fileWord } from './bundle-name.ts';
import { instructions, preflightFile, verifyFile } from './instructions.ts';
import { stepFile } from './step-file.ts';

export interface BundleFile {
  /** Relative to the bundle's folder, with forward slashes. */
  readonly name: string;
  /** May be walked more than once; large, so nobody joins it. */
  readonly text: Iterable<string>;
}

export interface Bundle {
  readonly name: string;
  readonly target: string;
  readonly up: Script;
  /** Why there is no way back, in a sentence, when there is none. */
  readonly down: Script | { readonly impossible: string };
  readonly files: readonly BundleFile[];
}

export interface Contents {
  readonly target: string;
  readonly up: Script;
  readonly down: Bundle['down'];
  readonly preflight: Preflight;
  /** By default `base_to_3f2a`. */
  readonly name?: string;
}

export const upgradeFile = 'upgrade.sql';
export const downgradeFile = 'downgrade.sql';

export function bundle({ target, name, preflight, ...scripts }: Contents): Bundle {
  const up = inFile(scripts.up, upgradeFile);
  const down = 'impossible' in scripts.down ? scripts.down : inFile(scripts.down, downgradeFile);
  const asked = {
    name: preflightFile,
    text: again(() => inForm(preflightText(up, preflight, preflightFile), up.form)),
  };
  const first = { name: upgradeFile, text: again(() => fileText(up)) };
  const back = 'impossible' in down ? [] : [{ name: downgradeFile, text: again(() => fileText(down)) }];
  const steps = stepFiles(up, 'impossible' in down ? undefined : down);
  const named = { name: name ?? bundleName(up.frame.from, up.frame.to), target, up, down };
  const files = [asked, first, ...back, ...verifying(up), ...steps];
  return { ...named, files: [...files, { name: 'README.md', text: instructions({ ...named, files }) }] };
}

/** Where the schema at the end is not known there is nothing to compare with. */
function verifying(up: Script): readonly BundleFile[] {
  const { after } = up;
  if (after === undefined) return [];
  return [{ name: verifyFile, text: again(() => inForm(verifyText(up, after, verifyFile), up.form)) }];
}

const inFile = (script: Script, file: string): Script => ({ ...script, frame: { ...script.frame, file } });

function stepFiles(up: Script, down: Script | undefined): readonly BundleFile[] {
  const width = Math.max(3, String(up.recordings.length).length);
  const back = new Map(down?.recordings.map((recording) => [recording.step.revision.id, recording]));
  return up.recordings.map((recording, n) => {
    const { revision } = recording.step;
    const ways = [{ recording, script: up }];
    const reverse = back.get(revision.id);
    if (down !== undefined && reverse !== undefined) ways.push({ recording: reverse, script: down });
    const name = `steps/${String(n + 1).padStart(width, '0')}_${stepName(recording.step)}.sql`;
    return { name, text: again(() => inForm(stepFile(ways), up.form)) };
  });
}

function stepName({ revision }: Step): string {
  const words = revision.message
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  const slug = Array.from(words).slice(0, 40).join('').replace(/_+$/, '');
  return fileWord(revision.id) + (slug === '' ? '' : `_${slug}`);
}

function again(text: () => Iterable<string>): Iterable<string> {
  return { [Symbol.iterator]: () => text()[Symbol.iterator]() };
}
