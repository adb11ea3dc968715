/** What is well-formed and still more than Oracle takes. */
import { type Fault, fault, type Piece } from './fault.ts';
import { innerOracle } from './inner.ts';
import { meaningful, type Token } from './tokens.ts';

const longestText = 32_767;
const longestList = 1000;

/** Of a block, and of the lists in what it carries in strings. */
export function beyondLimits(piece: Piece): readonly Fault[] {
  return [...texts(tokensIn(piece)), ...longLists(piece)];
}

const tokensIn = ({ sql, line }: Piece): readonly Token[] => meaningful(sql, 'oracle', line);

const longLists = (piece: Piece): readonly Fault[] => [
  ...lists(tokensIn(piece)),
  ...innerOracle(piece).flatMap(longLists),
];

/** PLS-00172: what is joined with || is a VARCHAR2, unless it begins with a CLOB. */
function* texts(tokens: readonly Token[]): Generator<Fault> {
  let bytes = 0;
  for (const [at, { kind, text, line }] of tokens.entries()) {
    if (kind === 'string') bytes += Buffer.byteLength(text);
    else if (text !== '|' && !isCharacter(tokens, at)) bytes = 0;
    if (bytes > longestText) {
      yield fault(line, `PL/SQL takes no text over ${longestText} bytes`, text);
      bytes = 0;
    }
  }
}

/** Within CHR(10). */
const isCharacter = (tokens: readonly Token[], at: number): boolean =>
  [0, 1, 2, 3].some((before) => tokens[at - before]?.text === 'CHR');

/** ORA-01795 */
function* lists(tokens: readonly Token[]): Generator<Fault> {
  for (const [at, { text, line }] of tokens.entries()) {
    if (text.toUpperCase() !== 'IN' || tokens[at + 1]?.text !== '(') continue;
    let items = 1;
    for (let depth = 1, n = at + 2; depth > 0 && n < tokens.length; n++) {
      const word = tokens[n]!.text;
      if (word === '(') depth++;
      if (word === ')') depth--;
      if (word === ',' && depth === 1) items++;
    }
    if (items > longestList) yield fault(line, `Oracle takes no list of more than ${longestList}`, text);
  }
}
