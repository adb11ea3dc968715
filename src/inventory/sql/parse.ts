/** Reads an SQL expression into a tree, in the grammar that the engines have in common. */

import { type Expression, numberOf, signOf, textOf, wordOf } from './expression.ts';
import { expect, type Grammar, peek, type Reader, readName, readType, skip, take } from './reader.ts';
import { comparing, matching, other, strength } from './strength.ts';
import { afterBracket, isSign, isWord, tokensOf } from './tokens.ts';

const values: readonly string[] = ['null', 'true', 'false', 'default', 'unknown'];

function readIs(reader: Reader, left: Expression): Expression {
  const not = skip(reader, 'not');
  const word = take(reader).value;
  if (word === 'distinct') {
    expect(reader, 'from');
    return signOf(not ? 'is not distinct from' : 'is distinct from', left, readBinary(reader, comparing));
  }
  return signOf(`is ${not ? 'not ' : ''}${word}`, left);
}

function readMatch(reader: Reader, left: Expression): Expression {
  const not = skip(reader, 'not');
  const { value: word } = take(reader);
  if (word === 'between') {
    skip(reader, 'symmetric');
    const low = readBinary(reader, other);
    expect(reader, 'and');
    return signOf(not ? 'not between' : 'between', left, low, readBinary(reader, other));
  }
  if (word === 'similar') expect(reader, 'to');
  if (!matching.includes(word)) throw new SyntaxError(`not ${word}`);
  const right = readBinary(reader, other);
  const list = word === 'in' && right.kind !== 'list' && right.kind !== 'query';
  const operand: Expression = list ? { kind: 'list', open: '(', items: [right] } : right;
  const escaped = skip(reader, 'escape') ? [readBinary(reader, other)] : [];
  return signOf(not ? `not ${word}` : word, left, operand, ...escaped);
}

function readBinary(reader: Reader, atLeast: number): Expression {
  let left = readPrefix(reader);
  for (;;) {
    const token = peek(reader);
    const binds = strength(token);
    if (token === undefined || binds === 0 || binds < atLeast) return left;
    if (token.kind === 'word' && (matching.includes(token.value) || token.value === 'not')) {
      left = readMatch(reader, left);
    } else {
      reader.at += 1;
      if (token.value === 'is') left = readIs(reader, left);
      else if (token.value === 'isnull') left = signOf('is null', left);
      else if (token.value === 'notnull') left = signOf('is not null', left);
      else left = signOf(token.value, left, readBinary(reader, binds + 1));
    }
  }
}

function readPrefix(reader: Reader): Expression {
  const token = peek(reader);
  if (isWord(token, 'not')) {
    reader.at += 1;
    return signOf('not', readBinary(reader, 4));
  }
  if (isSign(token, '-', '+', '~', '!')) {
    const { value } = take(reader);
    const operand = readPrefix(reader);
    return value === '+' ? operand : signOf(value, operand);
  }
  return readSuffix(reader, readPrimary(reader));
}

function readSuffix(reader: Reader, primary: Expression): Expression {
  let item = primary;
  for (;;) {
    if (skip(reader, '::')) item = { kind: 'cast', item, type: readType(reader) };
    else if (isWord(peek(reader), 'collate')) {
      reader.at += 1;
      item = signOf('collate', item, readName(reader));
    } else if (isWord(peek(reader), 'at') && isWord(peek(reader, 1), 'time')) {
      reader.at += 3;
      item = signOf('at time zone', item, readPrefix(reader));
    } else if (skip(reader, '[')) {
      item = { kind: 'call', name: 'element', items: [item, readBinary(reader, 0)] };
      expect(reader, ']');
    } else return item;
  }
}

/** Up to the closing bracket: things side by side, separated by commas. */
function readItems(reader: Reader, close: string): readonly Expression[] {
  const items: Expression[] = [];
  while (!skip(reader, close)) {
    const row: Expression[] = [];
    while (!isSign(peek(reader), ',', close)) row.push(readLoose(reader));
    items.push(row.length === 1 ? row[0]! : { kind: 'row', items: row });
    skip(reader, ',');
  }
  return items;
}

const loose: readonly string[] = ['from', 'for', 'distinct', 'all', 'order', 'by', 'as', 'using', 'both', 'leading'];
const looser: readonly string[] = [
  ...loose,
  'trailing',
  'separator',
  'when',
  'then',
  'else',
  'asc',
  'desc',
  'partition',
];

/** An operand, or a word that only stands between operands. */
function readLoose(reader: Reader): Expression {
  const token = peek(reader);
  if (isWord(token, ...looser)) return wordOf(take(reader).value);
  if (isSign(token, '*')) return wordOf(take(reader).value);
  return readBinary(reader, 0);
}

function readCase(reader: Reader): Expression {
  const items: Expression[] = [wordOf('case')];
  while (!skip(reader, 'end')) items.push(readLoose(reader));
  return { kind: 'row', items: [...items, wordOf('end')] };
}

function readBrackets(reader: Reader): Expression {
  if (isWord(peek(reader), 'select', 'with', 'values')) {
    const end = afterBracket(reader.tokens, reader.at - 1);
    const text = reader.source.slice(peek(reader)?.from, reader.tokens[end - 1]?.from);
    reader.at = end;
    return { kind: 'query', text: reader.grammar.query(text) };
  }
  const items = readItems(reader, ')');
  return items.length === 1 ? items[0]! : { kind: 'list', open: '(', items };
}

function readCast(reader: Reader): Expression {
  const item = readBinary(reader, 0);
  expect(reader, 'as');
  const type = readType(reader);
  while (!isSign(take(reader), ')'));
  return { kind: 'cast', item, type };
}

const typeBefore: readonly string[] = [
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'interval',
  'numeric',
  'x',
  'b',
  'n',
];

function readPrimary(reader: Reader): Expression {
  const token = take(reader);
  if (token.kind === 'text') return textOf(token.value);
  if (token.kind === 'number') return numberOf(token.value);
  if (isSign(token, '(')) return readBrackets(reader);
  if (token.kind === 'sign') throw new SyntaxError(`${token.value} begins nothing`);
  if (token.kind === 'word') {
    if (token.value === 'case') return readCase(reader);
    if (values.includes(token.value)) return wordOf(token.value);
    if (token.value === 'array' && skip(reader, '[')) {
      return { kind: 'list', open: 'array[', items: readItems(reader, ']') };
    }
    if (token.value === 'cast' && skip(reader, '(')) return readCast(reader);
    const literal = peek(reader);
    if (literal?.kind === 'text' && (typeBefore.includes(token.value) || token.value.startsWith('_'))) {
      reader.at += 1;
      return { kind: 'cast', item: textOf(literal.value), type: token.value };
    }
  }
  reader.at -= 1;
  const name = readName(reader);
  if (name.kind !== 'name' || !skip(reader, '(')) return name;
  const call: Expression = { kind: 'call', name: name.parts.join('.'), items: readItems(reader, ')') };
  return readWindow(reader, call);
}

/** `count(*) filter (…) over (…)` */
function readWindow(reader: Reader, call: Expression): Expression {
  const items: Expression[] = [call];
  while (isWord(peek(reader), 'filter', 'over', 'within')) {
    items.push(wordOf(take(reader).value));
    skip(reader, 'group');
    if (!skip(reader, '(')) items.push(readName(reader));
    else {
      const inside: Expression[] = [];
      while (!skip(reader, ')')) {
        if (skip(reader, 'where')) inside.push(wordOf('where'));
        else if (!skip(reader, ',')) inside.push(readLoose(reader));
      }
      items.push({ kind: 'list', open: '(', items: inside });
    }
  }
  return items.length === 1 ? call : { kind: 'row', items };
}

/** Undefined for what is no expression, or more than this reads. */
export function parse(source: string, grammar: Grammar): Expression | undefined {
  const reader: Reader = { source, grammar, tokens: tokensOf(source, grammar), at: 0 };
  try {
    const tree = readBinary(reader, 0);
    return reader.at === reader.tokens.length ? tree : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
