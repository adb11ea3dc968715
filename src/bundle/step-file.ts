/** One revision for reading, up and down: its statements inside comments, so that no client runs them without their guard. */

import { statementsOf } from '../script/reading.ts';
import type { Script } from '../script/script.ts';
import { stepTitle } from '../script/title.ts';

export interface Way {
  readonly recording: Script['recordings'][number];
  readonly script: Script;
}

/** Beyond this a statement's rest is in the script only. */
const longest = 16_384;

export function* stepFile(ways: readonly Way[]): Generator<string> {
  for (const [n, way] of ways.entries()) {
    if (n > 0) yield '\n';
    yield* oneWay(way);
  }
}

function* oneWay({ recording, script }: Way): Generator<string> {
  const { step } = recording;
  const ascii = (lines: Iterable<string>) => inScriptsAscii(lines, script);
  yield* ascii(
    commented([
      ...stepTitle(recording, script.dialect),
      `For reading only: every line is a comment. The script to run is ${script.frame.file}.`,
      `sha256 of the revision: ${step.revision.digest}`,
    ]),
  );
  for (const { says, text } of statementsOf(recording, script.dialect)) {
    yield* ascii(commented(['', ...says]));
    yield* ascii(commented([[...beginning(text)].join('')]));
  }
}

function* inScriptsAscii(lines: Iterable<string>, { client, frame }: Script): Generator<string> {
  for (const line of lines) yield frame.ascii ? client.ascii(line) : line;
}

/** Whatever some client takes for a line's end. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Some end a text, such as the Ctrl-Z of Windows. */
const control = /[^\P{Cc}\t]/gu;

/** Nothing reaches the file by another way, but empty lines. */
function* commented(texts: readonly string[]): Generator<string> {
  for (const line of texts.flatMap((text) => text.split(lineEnd)))
    yield line === '' ? '--\n' : `-- ${line.replace(control, ' ')}\n`;
}

function* beginning(text: Iterable<string>): Generator<string> {
  let length = 0;
  for (const piece of text) {
    yield length + piece.length > longest ? piece.slice(0, longest - length) : piece;
    length += piece.length;
    if (length > longest) {
      yield '\n... the rest stands in the script';
      return;
    }
  }
  yield ';';
}
