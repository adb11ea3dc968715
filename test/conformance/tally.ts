/** Counts agreements, differences on purpose, and failures. */

import { readFileSync } from 'node:fs';
import { type Comparison, compare, type Group } from './check.ts';
import { type Difference, differences } from './differences.ts';
import type { Facts } from './facts.ts';

export interface Tally {
  readonly groups: ReadonlyMap<Group, { passed: number; differ: number; failed: number }>;
  readonly rules: ReadonlyMap<Difference, number>;
  readonly failures: readonly Comparison[];
}

export function readFacts(file: string | URL = new URL('./alembic-graphs.json', import.meta.url)): Facts {
  return JSON.parse(readFileSync(file, 'utf8')) as Facts;
}

export function tally(facts: Facts): Tally {
  const groups = new Map<Group, { passed: number; differ: number; failed: number }>();
  const rules = new Map<Difference, number>(differences.map((rule) => [rule, 0]));
  const failures: Comparison[] = [];
  for (const comparison of compare(facts)) {
    const counts = groups.get(comparison.group) ?? { passed: 0, differ: 0, failed: 0 };
    groups.set(comparison.group, counts);
    const rule = comparison.disagreement === '' ? undefined : differences.find((one) => one.holds(comparison));
    if (comparison.disagreement === '') counts.passed++;
    else if (rule === undefined) {
      counts.failed++;
      failures.push(comparison);
    } else {
      counts.differ++;
      rules.set(rule, rules.get(rule)! + 1);
    }
  }
  return { groups, rules, failures };
}

export function* report({ groups, rules, failures }: Tally): Generator<string> {
  const total = { passed: 0, differ: 0, failed: 0 };
  const row = (name: string, counts: typeof total): string =>
    `${name.padEnd(10)} ${String(counts.passed).padStart(7)} passed ${String(counts.differ).padStart(5)} differ on purpose ${String(counts.failed).padStart(4)} failed`;
  for (const [group, counts] of groups) {
    for (const key of ['passed', 'differ', 'failed'] as const) total[key] += counts[key];
    yield row(group, counts);
  }
  yield row('all', total);
  yield '';
  for (const [rule, count] of rules) yield `${String(count).padStart(5)}  ${rule.title}`;
  for (const { group, name, query, disagreement, theirs, ours } of failures) {
    const { what, from, to, inclusive } = query;
    yield `FAILED ${group} ${name} ${JSON.stringify({ what, from, to, inclusive })}: ${disagreement}`;
    yield `       theirs ${JSON.stringify(theirs)}`;
    yield `       ours   ${JSON.stringify(ours)}`;
  }
}
