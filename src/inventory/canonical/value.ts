/** Values as their types make them, whoever wrote them down. */

import { isoText, spanFrom } from '../../dialect/span.ts';
import { type Expression, numberOf, textOf, wordOf } from '../sql/expression.ts';
import type { Accent, Family } from './accent.ts';

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const moment = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?(?:\.(\d+?)0*)?)?(?:Z|[+-]00(?::?00)?)?$/;
const time = /^(-?\d+:\d\d)(:\d\d)?(?:\.(\d+?)0*)?(?:([+-]\d\d)(?::?(\d\d))?)?$/;

const fractionOf = (digits = ''): string => (/[1-9]/.test(digits) ? `.${digits}` : '');

/** One point in time, whatever stands between its parts. */
function plainMoment(value: string, type: string): string {
  const [, day, minute = '00:00', second = ':00', fraction] = moment.exec(value) ?? [];
  if (day === undefined) return value;
  return type === 'date' ? day : `${day} ${minute}${second}${fractionOf(fraction)}`;
}

function plainTime(value: string): string {
  const [, minute, second = ':00', fraction, zone = '', rest = '00'] = time.exec(value) ?? [];
  if (minute === undefined) return value;
  return `${minute}${second}${fractionOf(fraction)}${zone}${rest === '00' ? '' : `:${rest}`}`;
}

function plainSpan(value: string): string {
  const span = spanFrom(value);
  return span === undefined ? value : isoText(span);
}

/** With the digits of its numbers, in one order, without blanks. */
function plainJson(value: string): string {
  const kept = value.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (word) =>
    word.startsWith('"') ? word : `"\\u0000${word}"`,
  );
  const sorted = (_: string, item: unknown): unknown =>
    item === null || typeof item !== 'object' || Array.isArray(item)
      ? item
      : Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)));
  try {
    return JSON.stringify(JSON.parse(kept), sorted);
  } catch {
    return value;
  }
}

/** The number that four bytes make of it, in as few digits as tell it apart. */
function single(value: number): string {
  const kept = Math.fround(value);
  const tried = Array.from({ length: 9 }, (_, at) => Number(kept.toPrecision(at + 1)));
  return String(tried.find((one) => Math.fround(one) === kept) ?? kept);
}

const truths: Readonly<Record<string, string>> = {
  1: 'true',
  t: 'true',
  true: 'true',
  0: 'false',
  f: 'false',
  false: 'false',
};

const inFamily: { readonly [K in Family]: (value: string, tree: Expression, type: string) => Expression } = {
  number(value, tree) {
    if (tree.kind === 'text' && numeric.test(value)) return numberOf(value);
    return tree.kind === 'word' && /^(?:true|false)$/.test(value) ? numberOf(value === 'true' ? '1' : '0') : tree;
  },
  double: (value, tree) => (numeric.test(value) ? numberOf(String(Number(value))) : tree),
  single: (value, tree) => (numeric.test(value) ? numberOf(single(Number(value))) : tree),
  text: (value, tree) => (tree.kind === 'number' ? textOf(value) : tree),
  boolean: (value, tree) => (Object.hasOwn(truths, value) ? wordOf(truths[value]!) : tree),
  moment: (value, tree, type) => (tree.kind === 'text' ? textOf(plainMoment(value, type)) : tree),
  time: (value, tree) => (tree.kind === 'text' ? textOf(plainTime(value)) : tree),
  span: (value, tree) => (tree.kind === 'text' ? textOf(plainSpan(value)) : tree),
  json: (value, tree) => (tree.kind === 'text' ? textOf(plainJson(value)) : tree),
  uuid: (value, tree) => (tree.kind === 'text' ? textOf(value.toLowerCase()) : tree),
  other: (_, tree) => tree,
};

/** `'1'` is 1 for a number, and true for a boolean. */
export function typed(tree: Expression, type: string, accent: Accent): Expression {
  if (tree.kind === 'list' && tree.open === 'array[') {
    const item = type.replace(/(?:\[\d*\])+$/, '');
    return { ...tree, items: tree.items.map((one) => typed(one, one.kind === 'list' ? type : item, accent)) };
  }
  const value = tree.kind === 'text' || tree.kind === 'number' || tree.kind === 'word' ? tree.value : undefined;
  const made = value === undefined ? tree : inFamily[accent.family(type)](value, tree, type);
  return accent.told?.(made, type) ?? made;
}
