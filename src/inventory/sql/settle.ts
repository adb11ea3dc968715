/** Brings an expression to one form: what engines do to expressions when they store them is undone, or done. */

import { type Expression, numberOf, signOf, textOf, wordOf } from './expression.ts';

/** How one engine stores expressions. */
export interface Habits {
  /** Casts are added when an expression is stored, so that written ones cannot be told from those. */
  readonly addsCasts: boolean;
  /** Names of functions and words that mean the same: from any to the usual one. */
  readonly synonyms: Readonly<Record<string, string>>;
  /** Qualifiers that say nothing: the table's own name, the home schema. */
  readonly own: readonly string[];
}

const opposite: Readonly<Record<string, string>> = { and: 'or', or: 'and' };
const flat: readonly string[] = ['and', 'or', '||', '+', '*'];
const sameSigns: Readonly<Record<string, string>> = {
  '!=': '<>',
  '==': '=',
  '&&': 'and',
  '!': 'not',
  mod: '%',
  rlike: 'regexp',
  like: '~~',
  'not like': '!~~',
  ilike: '~~*',
  'not ilike': '!~~*',
};
const numeric = /^(?:numeric|decimal|dec|(?:small|big|tiny|medium)?int(?:eger)?|int[248]|real|double|float)/;

function settleName(parts: readonly string[], { own, synonyms }: Habits): Expression {
  const [only, ...more] = parts;
  if (only === undefined || more.length > 0) {
    const plain = only !== undefined && own.includes(only) ? more : parts;
    return plain.length < parts.length ? settleName(plain, { own: [], addsCasts: false, synonyms: {} }) : named(parts);
  }
  return Object.hasOwn(synonyms, only) ? wordOf(synonyms[only]!) : named(parts);
}

const named = (parts: readonly string[]): Expression => ({ kind: 'name', parts });

function settleCast(item: Expression, type: string, { addsCasts }: Habits): Expression {
  if (type.startsWith('_')) return item;
  if (item.kind === 'text' && numeric.test(type) && /^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(item.value))
    return numberOf(item.value);
  return addsCasts ? item : { kind: 'cast', item, type };
}

function settleCall(name: string, items: readonly Expression[], { synonyms, own }: Habits): Expression {
  const parts = name.toLowerCase().split('.');
  const plain = parts.length > 1 && own.includes(parts[0]!) ? parts.slice(1).join('.') : parts.join('.');
  const usual = Object.hasOwn(synonyms, plain) ? synonyms[plain]! : plain;
  return items.length === 0 && Object.hasOwn(synonyms, plain) ? wordOf(usual) : { kind: 'call', name: usual, items };
}

/** `{a,"b c"}` */
function elementsOf(array: string): readonly Expression[] {
  const found = array.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g);
  return [...found].map(([, quoted, bare]) => textOf(quoted?.replace(/\\(.)/g, '$1') ?? bare ?? ''));
}

/** `a = any (array[…])` is how PostgreSQL keeps `a in (…)`. */
function settleAny(sign: string, left: Expression, right: Expression): Expression | undefined {
  if (right.kind !== 'call' || right.items.length !== 1) return undefined;
  const wanted = right.name === 'any' && sign === '=' ? 'in' : right.name === 'all' && sign === '<>' ? 'not in' : '';
  const [array] = right.items;
  if (wanted === '' || array === undefined) return undefined;
  if (array.kind === 'list' && array.open === 'array[') return settleIn(wanted, left, array.items);
  if (array.kind === 'text' && /^\{.*\}$/s.test(array.value)) return settleIn(wanted, left, elementsOf(array.value));
  return undefined;
}

function settleIn(sign: string, left: Expression, items: readonly Expression[]): Expression {
  const [only, ...more] = items;
  if (only !== undefined && more.length === 0) return signOf(sign === 'in' ? '=' : '<>', left, only);
  return signOf(sign, left, { kind: 'list', open: '(', items });
}

function flatten(sign: string, items: readonly Expression[]): Expression {
  const all = items.flatMap((item) => (item.kind === 'sign' && item.sign === sign ? item.items : [item]));
  return signOf(sign, ...all);
}

function settleSign(given: string, items: readonly Expression[]): Expression {
  const sign = given === '||' || !Object.hasOwn(sameSigns, given) ? given : sameSigns[given]!;
  const [left, right, third] = items;
  if (left === undefined) return signOf(sign);
  if (right === undefined) {
    if (sign === '-' && left.kind === 'number')
      return numberOf(left.value.startsWith('-') ? left.value.slice(1) : `-${left.value}`);
    if (sign === 'not') return settleNot(left);
    return signOf(sign, left);
  }
  if (sign.endsWith('between') && third !== undefined) {
    const not = sign !== 'between';
    return flatten(not ? 'or' : 'and', [signOf(not ? '<' : '>=', left, right), signOf(not ? '>' : '<=', left, third)]);
  }
  if ((sign === 'in' || sign === 'not in') && right.kind === 'list') return settleIn(sign, left, right.items);
  if (flat.includes(sign)) return flatten(sign, items);
  return settleAny(sign, left, right) ?? signOf(sign, ...items);
}

const negated: Readonly<Record<string, string>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  in: 'not in',
  'not in': 'in',
  '~~': '!~~',
  '!~~': '~~',
  regexp: 'not regexp',
  'not regexp': 'regexp',
  'is null': 'is not null',
  'is not null': 'is null',
};

/** `not` is carried inwards, as MariaDB does; in three-valued logic too the meaning stays. */
function settleNot(item: Expression): Expression {
  if (item.kind !== 'sign') return signOf('not', item);
  if (item.sign === 'not' && item.items[0] !== undefined) return item.items[0];
  const turned = opposite[item.sign];
  if (turned !== undefined) return flatten(turned, item.items.map(settleNot));
  const other = Object.hasOwn(negated, item.sign) ? negated[item.sign] : undefined;
  return other === undefined ? signOf('not', item) : { ...item, sign: other };
}

export function settle(tree: Expression, habits: Habits): Expression {
  const deep = (items: readonly Expression[]) => items.map((item) => settle(item, habits));
  switch (tree.kind) {
    case 'name':
      return settleName(tree.parts, habits);
    case 'cast':
      return settleCast(settle(tree.item, habits), tree.type, habits);
    case 'call':
      return settleCall(tree.name, deep(tree.items), habits);
    case 'sign':
      return settleSign(tree.sign, deep(tree.items));
    case 'list':
    case 'row':
      return { ...tree, items: deep(tree.items) };
    default:
      return tree;
  }
}
