/** A script's whole text, from its header to its last words. */

import type { Part } from '../dialect/client.ts';
import type { Place } from '../errors.ts';
import { compose, composeStamp, composeVersionTable } from './compose.ts';
import { inForm } from './form.ts';
import { headerOf } from './header.ts';
import { print } from './print.ts';
import type { Script } from './script.ts';

/** The whole file, piece by piece. */
export function fileText(script: Script): Iterable<string> {
  return inForm(scriptText(script), script.form);
}

/** The whole text, piece by piece. */
export function scriptText(script: Script): Iterable<string> {
  return print(partsOf(script), script.client, script.frame);
}

/** The whole text, part by part, each with the revision that it belongs to and the author's line, where it has them. */
export function* passagesOf(script: Script): Generator<{ text: string; revision?: string; place?: Place }> {
  for (const part of partsOf(script)) {
    yield {
      text: `${[...print([part], script.client, script.frame)].join('')}\n`,
      ...('entry' in part ? { revision: part.entry.revision } : {}),
      ...('place' in part ? { place: part.place } : {}),
    };
  }
}

function partsOf(script: Script): readonly Part[] {
  return [{ part: 'comment', lines: headerOf(script) }, ...bodyOf(script)];
}

function bodyOf({ kind, frame, recordings, dialect }: Script): readonly Part[] {
  if (kind === 'stamp') return composeStamp(frame);
  return kind === 'ensure-version' ? composeVersionTable() : compose(recordings, frame, dialect);
}
