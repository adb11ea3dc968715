/** What a query reads from: tables, joins and queries in brackets. */

import { afterBracket, isSign, isWord, type Token } from '../sql/tokens.ts';

export interface Reader {
  readonly source: string;
  readonly tokens: readonly Token[];
  at: number;
}

/** A table under the name by which the query speaks of it; its columns, where they are known. */
export interface Source {
  readonly alias: string;
  readonly columns: readonly string[] | undefined;
}

export interface SourcesOf {
  /** The columns of a table by the last part of its name. */
  columns(table: string): readonly string[] | undefined;
  query(text: string): string;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Conditions are left as positions of their tokens: they are spelled when all sources are known. */
interface Read {
  readonly sources: readonly Source[];
  readonly text: readonly (string | Span)[];
}

const joining = ['natural', 'inner', 'left', 'right', 'full', 'cross', 'outer', 'join', 'straight_join'];
const afterSource = [...joining, 'on', 'using', 'where'];

function skip(reader: Reader, ...words: readonly string[]): boolean {
  const is = isWord(reader.tokens[reader.at], ...words) || isSign(reader.tokens[reader.at], ...words);
  if (is) reader.at += 1;
  return is;
}

function aliasIn(reader: Reader): string | undefined {
  const said = skip(reader, 'as');
  const token = reader.tokens[reader.at];
  if (token === undefined || (token.kind !== 'name' && token.kind !== 'word')) return undefined;
  if (!said && isWord(token, ...afterSource)) return undefined;
  reader.at += 1;
  return token.value;
}

function readPrimary(reader: Reader, end: number, sourcesOf: SourcesOf): Read {
  const { tokens, source } = reader;
  if (isSign(tokens[reader.at], '(')) {
    const close = afterBracket(tokens, reader.at);
    const first = reader.at + 1;
    reader.at = first;
    if (!isWord(tokens[first], 'select')) {
      const inside = readSources(reader, close - 1, sourcesOf);
      reader.at = close;
      return inside;
    }
    reader.at = close;
    const alias = aliasIn(reader) ?? '';
    const text = sourcesOf.query(source.slice(tokens[first]?.from, tokens[close - 1]?.from));
    return { sources: [{ alias, columns: undefined }], text: [`(${text}) as ${alias}`] };
  }
  let name = tokens[reader.at]?.value ?? '';
  reader.at += 1;
  while (reader.at < end && skip(reader, '.')) {
    name = tokens[reader.at]?.value ?? '';
    reader.at += 1;
  }
  const alias = reader.at < end ? aliasIn(reader) : undefined;
  const text = alias === undefined || alias === name ? name : `${name} as ${alias}`;
  return { sources: [{ alias: alias ?? name, columns: sourcesOf.columns(name) }], text: [text] };
}

function conditionIn(reader: Reader, end: number): readonly (string | Span)[] {
  if (skip(reader, 'using')) {
    const from = reader.at;
    reader.at = afterBracket(reader.tokens, from);
    return [` using ${reader.tokens.slice(from, reader.at).reduce((text, { value }) => text + value, '')}`];
  }
  if (!skip(reader, 'on')) return [];
  const from = reader.at;
  while (reader.at < end && !isSign(reader.tokens[reader.at], ',') && !isWord(reader.tokens[reader.at], ...joining)) {
    reader.at = isSign(reader.tokens[reader.at], '(') ? afterBracket(reader.tokens, reader.at) : reader.at + 1;
  }
  return [' on ', { from, to: reader.at }];
}

export function readSources(reader: Reader, end: number, sourcesOf: SourcesOf): Read {
  let { sources, text } = readPrimary(reader, end, sourcesOf);
  while (reader.at < end) {
    const words: string[] = [];
    while (isWord(reader.tokens[reader.at], ...joining)) {
      const word = reader.tokens[reader.at]!.value;
      if (word !== 'inner' && word !== 'outer') words.push(word);
      reader.at += 1;
    }
    if (words.length === 0 && !skip(reader, ',')) break;
    const right = readPrimary(reader, end, sourcesOf);
    sources = [...sources, ...right.sources];
    const joined = words.length === 0 ? ', ' : ` ${words.join(' ')} `;
    text = [...text, joined, ...right.text, ...(words.length === 0 ? [] : conditionIn(reader, end))];
  }
  return { sources, text };
}
