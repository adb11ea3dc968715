/** A script's whole text, from its header to its last words. */

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
export function* scriptText(script: Script): Generator<string> {
  const { client, frame, dialect, kind, recordings } = script;
  yield* print([{ part: 'comment', lines: headerOf(script) }], client, frame);
  yield '\n';
  if (kind === 'stamp') yield* print(composeStamp(frame), client, frame);
  else if (kind === 'ensure-version') yield* print(composeVersionTable(), client, frame);
  else yield* print(compose(recordings, frame, dialect), client, frame);
}
