/** Expressions of one table in one spelling. */

import { type Expression, print } from '../sql/expression.ts';
import { parse } from '../sql/parse.ts';
import { settle } from '../sql/settle.ts';
import { tokensOf } from '../sql/tokens.ts';
import type { Accent } from './accent.ts';

/** What an expression is read by. */
export interface Reading {
  readonly accent: Accent;
  /** Qualifiers that say nothing here. */
  readonly own: readonly string[];
  query(source: string): string;
}

export function treeOf(source: string, { accent, own, query }: Reading): Expression | undefined {
  const tree = parse(source, { ...accent.lexis, query });
  return tree === undefined ? undefined : settle(tree, { ...accent.habits, own });
}

/** What cannot be read as an expression is compared token by token. */
export function plainTokens(source: string, { accent, own }: Pick<Reading, 'accent' | 'own'>): string {
  const tokens = tokensOf(source, accent.lexis);
  const qualifies = (at: number): boolean => own.includes(tokens[at]?.value ?? '') && tokens[at + 1]?.value === '.';
  return tokens
    .filter((_, at) => !qualifies(at) && !qualifies(at - 1))
    .map(({ kind, value }) => (kind === 'text' ? `'${value.replaceAll("'", "''")}'` : value))
    .join(' ');
}

export function plainExpression(source: string, reading: Reading): string {
  const tree = treeOf(source, reading);
  return tree === undefined ? plainTokens(source, reading) : print(tree);
}
