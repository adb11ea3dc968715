/** The queries of views in one spelling: engines write columns out, qualify them, and add aliases and brackets. */

import { type Expression, print } from '../sql/expression.ts';
import { afterBracket, isSign, isWord, type Token, tokensOf } from '../sql/tokens.ts';
import { plainTokens, type Reading, treeOf } from './expression.ts';
import { type Reader, readSources, type Source, type SourcesOf, type Span } from './sources.ts';

const clauseWords = [
  'select',
  'from',
  'where',
  'group',
  'having',
  'window',
  'order',
  'limit',
  'offset',
  'fetch',
  'for',
];
const unions = ['union', 'intersect', 'except'];

/** Where tokens that `is` accepts stand outside brackets. */
function outside(tokens: readonly Token[], { from, to }: Span, is: (token: Token) => boolean): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < to; at = isSign(tokens[at], '(', '[') ? afterBracket(tokens, at) : at + 1) {
    const token = tokens[at];
    if (token !== undefined && is(token)) found.push(at);
  }
  return found;
}

function splitBy(tokens: readonly Token[], span: Span, sign: string): readonly Span[] {
  const cuts = outside(tokens, span, (token) => isSign(token, sign));
  const begins = [span.from, ...cuts.map((cut) => cut + 1)];
  return begins.map((from, at) => ({ from, to: cuts[at] ?? span.to }));
}

/** Columns go without the table's name where one table alone has a column of that name. */
function unqualified(parts: readonly string[], sources: readonly Source[]): readonly string[] {
  const [column = '', qualifier] = parts.toReversed();
  if (qualifier === undefined || sources.length === 1) return [column];
  const owners = sources.filter(({ columns }) => columns === undefined || columns.includes(column));
  return owners.length === 1 && owners[0]?.columns !== undefined ? [column] : [qualifier, column];
}

function withoutQualifiers(tree: Expression, sources: readonly Source[]): Expression {
  const deep = (items: readonly Expression[]) => items.map((item) => withoutQualifiers(item, sources));
  if (tree.kind === 'name') return { kind: 'name', parts: unqualified(tree.parts, sources) };
  if (tree.kind === 'cast') return { ...tree, item: withoutQualifiers(tree.item, sources) };
  return 'items' in tree ? { ...tree, items: deep(tree.items) } : tree;
}

/** The name that PostgreSQL gives to what has none: https://www.postgresql.org/docs/current/queries-select-lists.html#QUERIES-COLUMN-LABELS */
function ownName(tree: Expression): string {
  if (tree.kind === 'name') return tree.parts.at(-1) ?? '';
  if (tree.kind === 'call') return tree.name;
  return tree.kind === 'row' && tree.items[0] !== undefined ? ownName(tree.items[0]) : '?column?';
}

interface Select {
  readonly reader: Reader;
  readonly sources: readonly Source[];
  readonly reading: Reading;
}

function slice({ reader: { source, tokens } }: Select, { from, to }: Span): string {
  return from >= to ? '' : source.slice(tokens[from]?.from, tokens[to - 1]?.to);
}

function expressionIn(select: Select, span: Span): Expression | undefined {
  const tree = treeOf(slice(select, span), select.reading);
  return tree === undefined ? undefined : withoutQualifiers(tree, select.sources);
}

function spell(select: Select, span: Span): string {
  const tree = expressionIn(select, span);
  return tree === undefined ? plainTokens(slice(select, span), select.reading) : print(tree);
}

/** MariaDB calls a column without a name by its expression. */
function saysNothing(alias: string, tree: Expression, { reading, sources }: Select): boolean {
  if (alias === ownName(tree)) return true;
  const said = treeOf(alias, reading);
  return said !== undefined && print(withoutQualifiers(said, sources)) === print(tree);
}

function starIn({ tokens }: Reader, { from, to }: Span, sources: readonly Source[]): readonly string[] | undefined {
  if (!isSign(tokens[to - 1], '*') || (to - from !== 1 && to - from !== 3)) return undefined;
  const qualifier = to - from === 3 ? tokens[from]?.value : undefined;
  const meant = sources.filter(({ alias }) => qualifier === undefined || alias === qualifier);
  if (meant.some(({ columns }) => columns === undefined)) return undefined;
  return meant.flatMap(({ alias, columns = [] }) =>
    columns.map((column) => print({ kind: 'name', parts: unqualified([alias, column], sources) })),
  );
}

function itemsIn(select: Select, span: Span): readonly string[] {
  const { tokens } = select.reader;
  return splitBy(tokens, span, ',').flatMap((item) => {
    const star = starIn(select.reader, item, select.sources);
    if (star !== undefined) return star;
    const as = outside(tokens, item, (token) => isWord(token, 'as')).at(-1);
    const whole = as === undefined ? expressionIn(select, item) : undefined;
    if (whole !== undefined) return [print(whole)];
    const end = as ?? item.to - 1;
    const tree = expressionIn(select, { from: item.from, to: end });
    const alias = tokens[item.to - 1]?.value ?? '';
    if (tree === undefined) return [spell(select, item)];
    return saysNothing(alias, tree, select) ? [print(tree)] : [`${print(tree)} as ${alias}`];
  });
}

function orderIn(select: Select, span: Span): string {
  const { tokens } = select.reader;
  return splitBy(tokens, { from: span.from + 1, to: span.to }, ',')
    .map(({ from, to }) => {
      const ends = outside(tokens, { from, to }, (token) => isWord(token, 'asc', 'desc', 'nulls'))[0] ?? to;
      const more = tokens.slice(ends, to).map(({ value }) => value);
      return [spell(select, { from, to: ends }), ...more.filter((word) => word !== 'asc')].join(' ');
    })
    .join(', ');
}

function clauseIn(select: Select, word: string, span: Span): string {
  const { tokens } = select.reader;
  if (word === 'select') {
    const distinct = isWord(tokens[span.from], 'distinct');
    const from = distinct || isWord(tokens[span.from], 'all') ? span.from + 1 : span.from;
    return `select ${distinct ? 'distinct ' : ''}${itemsIn(select, { from, to: span.to }).join(', ')}`;
  }
  if (word === 'where' || word === 'having') return `${word} ${spell(select, span)}`;
  if (word === 'group' || word === 'order') return `${word} by ${orderIn(select, span)}`;
  return `${word} ${plainTokens(slice(select, span), select.reading)}`;
}

function readSelect(reader: Reader, span: Span, reading: Reading, sourcesOf: SourcesOf): string {
  const { tokens } = reader;
  const starts = outside(tokens, span, (token) => isWord(token, ...clauseWords));
  const spans = starts.map((at, index) => ({
    word: tokens[at]?.value ?? '',
    span: { from: at + 1, to: starts[index + 1] ?? span.to },
  }));
  const from = spans.find(({ word }) => word === 'from')?.span;
  const read =
    from === undefined ? { sources: [], text: [] } : readSources({ ...reader, at: from.from }, from.to, sourcesOf);
  const select = { reader, sources: read.sources, reading };
  const said = spans.map(({ word, span: inside }) => {
    if (word !== 'from') return clauseIn(select, word, inside);
    return `from ${read.text.map((piece) => (typeof piece === 'string' ? piece : spell(select, piece))).join('')}`;
  });
  return said.join(' ');
}

/** The columns of each table are told by `sourcesOf`, as far as they are known. */
export function plainQuery(source: string, reading: Reading, sourcesOf: SourcesOf): string {
  const reader: Reader = { source, tokens: tokensOf(source.replace(/;\s*$/, ''), reading.accent.lexis), at: 0 };
  const all = { from: 0, to: reader.tokens.length };
  if (isWord(reader.tokens[0], 'with')) return plainTokens(source, reading);
  const cuts = outside(reader.tokens, all, (token) => isWord(token, ...unions));
  const begins = [0, ...cuts.map((cut) => cut + 1)];
  const parts = begins.map((from, at) => {
    const every = isWord(reader.tokens[from], 'all') && from > 0;
    const span = { from: every ? from + 1 : from, to: cuts[at] ?? all.to };
    const word = at === 0 ? '' : ` ${reader.tokens[from - 1]?.value} ${every ? 'all ' : ''}`;
    const bracketed = isSign(reader.tokens[span.from], '(');
    const inside = bracketed ? { from: span.from + 1, to: span.to - 1 } : span;
    return word + readSelect(reader, inside, reading, sourcesOf);
  });
  return parts.join('');
}
