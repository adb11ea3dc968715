/** Oracle reads a name without quotes in upper case, so that `item` is not the table "item" (ORA-00942, ORA-00904). */
import { type Fault, fault, type Piece } from '../clients/fault.ts';
import { innerOracle } from '../clients/inner.ts';
import { meaningful } from '../clients/tokens.ts';

/** Words of the language that tables and columns are called by, too. */
const language = new Set(['COUNT', 'KEY', 'ON', 'SELECT', 'NUMBER']);

/** A script's own tables have plain names throughout, and so have the columns of what it asks. */
const ownNames = /\bmigrator_version_(?:ledger|log)\b|^SELECT ' {2}' \|\| /;

/** Words in the statements that a script carries, which are among its quoted names but for their letters' case. */
export function foldedNames(pieces: readonly Piece[]): Fault[] {
  const tokens = pieces.flatMap(carried).flatMap(({ sql, line }) => meaningful(sql, 'oracle', line));
  const quoted = new Map(
    tokens
      .filter(({ kind, text }) => kind === 'name' && text !== text.toUpperCase())
      .map(({ text }) => [text.slice(1, -1).toUpperCase(), text]),
  );
  return tokens
    .filter(({ kind, text }) => kind === 'word' && quoted.has(text.toUpperCase()) && !language.has(text.toUpperCase()))
    .map(({ line, text }) =>
      fault(line, `${text} is not ${quoted.get(text.toUpperCase())}: without quotes it is ${text.toUpperCase()}`, text),
    );
}

function carried(piece: Piece): readonly Piece[] {
  const inner = innerOracle(piece).filter(({ sql }) => !ownNames.test(sql));
  return inner.length === 0 ? [] : inner.flatMap((one) => [one, ...carried(one)]);
}
