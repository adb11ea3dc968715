/** How a text becomes the bytes of a file. */

export interface Form {
  readonly lineEnds: 'lf' | 'crlf';
  /** The file begins with a byte order mark. */
  readonly bom: boolean;
}

/** The text as its file holds it, piece by piece; a line end that a text brought along as CRLF stays one. */
export function* inForm(text: Iterable<string>, { lineEnds, bom }: Form): Generator<string> {
  if (bom) yield '\ufeff';
  if (lineEnds === 'lf') {
    yield* text;
    return;
  }
  let last = '';
  for (const piece of text) {
    if (piece === '') continue;
    yield piece.replace(/\n/g, (_, at: number) => ((at === 0 ? last : piece[at - 1]) === '\r' ? '\n' : '\r\n'));
    last = piece.at(-1)!;
  }
}
