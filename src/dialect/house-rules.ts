/** A client under the rules of a house: the same parts, some of them spelled otherwise, and what that costs said in its terms. */

import type { Client, Obedience, Terms } from './client.ts';
import type { HouseRule } from './names.ts';

/** The first rule that the client cannot obey, and why. */
export function disobeyed(
  client: Client,
  rules: readonly HouseRule[],
): { readonly rule: HouseRule; readonly why: string } | undefined {
  for (const rule of rules) {
    const answer = client.rules[rule];
    if ('impossible' in answer) return { rule, why: answer.impossible };
  }
  return undefined;
}

export function obeying(client: Client, rules: readonly HouseRule[]): Client {
  return rules.reduce((known, rule) => {
    const answer = client.rules[rule];
    return 'impossible' in answer ? known : under(known, rule, answer);
  }, client);
}

function under(
  client: Client,
  rule: HouseRule,
  { otherwise, ...terms }: Exclude<Obedience, { impossible: string }>,
): Client {
  const changes = otherwise?.(client) ?? {};
  return {
    ...client,
    ...changes,
    spell: { ...client.spell, ...changes.spell },
    terms: together(client.terms, terms),
    house: [...(client.house ?? []), rule],
  };
}

function together(one: Terms = { givesUp: [], keeps: [] }, other: Terms): Terms {
  return {
    needs: each(one.needs ?? [], other.needs ?? []),
    givesUp: each(one.givesUp, other.givesUp),
    keeps: each(one.keeps, other.keeps),
  };
}

/** Said once, though two rules cost it. */
const each = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];
