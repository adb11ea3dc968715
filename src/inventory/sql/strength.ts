/** How strongly an operator binds what stands on both of its sides. */

import type { Token } from './tokens.ts';

const comparisons: readonly string[] = ['=', '<>', '!=', '<', '>', '<=', '>=', '<=>', '=='];
const strengthOf: Readonly<Record<string, number>> = {
  or: 1,
  xor: 2,
  and: 3,
  '+': 8,
  '-': 8,
  '*': 9,
  '/': 9,
  '%': 9,
  div: 9,
  mod: 9,
  '^': 10,
};
export const comparing = 6;
/** Of operators that have no place of their own. */
export const other = 7;
export const matching: readonly string[] = [
  'like',
  'ilike',
  'in',
  'between',
  'regexp',
  'rlike',
  'glob',
  'match',
  'similar',
];

/** 0 for what is no operator. */
export function strength(token: Token | undefined): number {
  if (token === undefined || (token.kind !== 'sign' && token.kind !== 'word')) return 0;
  const { kind, value } = token;
  if (kind === 'sign' && comparisons.includes(value)) return comparing;
  const known = Object.hasOwn(strengthOf, value) ? strengthOf[value] : undefined;
  if (known !== undefined) return known;
  if (kind === 'sign') return /^[+\-*/<>=~!@#%^&|?]+$/.test(value) ? other : 0;
  if (value === 'is' || value === 'isnull' || value === 'notnull') return 5;
  return matching.includes(value) || value === 'not' ? comparing : 0;
}
