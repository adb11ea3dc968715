/** Asks our history the questions that Alembic was asked, and compares the answers. */

import { MigratorError } from '../../src/errors.ts';
import { buildGraph, type Graph } from '../../src/history/graph.ts';
import { iterate } from '../../src/history/iterate.ts';
import * as node from '../../src/history/node.ts';
import { planDowngrade, planUpgrade } from '../../src/history/plan.ts';
import { resolve, resolveOne } from '../../src/history/reference.ts';
import type { Step } from '../../src/history/revision.ts';
import { planStamp } from '../../src/history/stamp.ts';
import { type FactGraph, type FactPlan, type Facts, type PlanFact, type Result, revisionOf } from './facts.ts';

export type Group = 'derived' | 'resolve' | 'iterate' | 'upgrade' | 'downgrade' | 'stamp' | 'malformed';

/** One question, both answers, and what they disagree in; '' is agreement. */
export interface Comparison {
  readonly group: Group;
  readonly name: string;
  readonly graph: Graph | undefined;
  readonly query: Query;
  readonly theirs: Result<unknown>;
  readonly ours: Result<unknown>;
  readonly disagreement: string;
}

/** `what` is the derived fact's name, or which of the three resolvers was asked. */
export interface Query {
  readonly what?: string;
  readonly from?: readonly string[] | string | null;
  readonly to?: string | null;
  readonly inclusive?: boolean;
}

export function* compare(facts: Facts): Generator<Comparison> {
  for (const [name, fact] of Object.entries(facts.graphs)) {
    const graph = buildGraph(fact.revisions.map(revisionOf));
    yield* derived(name, fact, graph);
    yield* resolved(name, fact, graph);
    yield* iterated(name, fact, graph);
    yield* planned(name, fact, graph);
  }
  for (const [name, fact] of Object.entries(facts.bad)) {
    const ours = attempt(() => buildGraph(fact.revisions.map(revisionOf)) && 'loaded');
    const theirs = { error: 'refused', message: '' };
    const query = { what: name };
    yield {
      group: 'malformed',
      name,
      graph: undefined,
      query,
      theirs,
      ours,
      disagreement: 'ok' in ours ? 'accepted' : '',
    };
  }
}

export function attempt<T>(ask: () => T): Result<T> {
  try {
    return { ok: ask() };
  } catch (error) {
    if (error instanceof MigratorError) return { error: error.code, message: error.message };
    throw error;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

function outcome<A, B>(theirs: Result<A>, ours: Result<B>, disagree: (a: A, b: B) => string): string {
  if ('error' in theirs) return 'error' in ours ? '' : 'we succeed';
  return 'error' in ours ? 'we refuse' : disagree(theirs.ok, ours.ok);
}

function* derived(name: string, fact: FactGraph, graph: Graph): Generator<Comparison> {
  const ids = (nodes: readonly node.Node[]): readonly string[] => nodes.map((one) => one.id);
  const byId = <T>(of: (one: node.Node) => T): Readonly<Record<string, T>> =>
    Object.fromEntries([...graph.nodes].sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => [one.id, of(one)]));
  const ours: Readonly<Record<string, unknown>> = {
    heads: { ok: ids(graph.heads) },
    bases: { ok: ids(graph.bases) },
    real_heads: { ok: ids(graph.realHeads) },
    real_bases: { ok: ids(graph.realBases) },
    branch_labels: byId((one) => one.labels),
    normalized_down: byId((one) => sorted(ids(node.normalizedBelow(one)))),
    flags: byId(flags),
  };
  for (const [what, answer] of Object.entries(ours)) {
    const theirs = fact[what as keyof FactGraph];
    const disagreement = same(answer, theirs) ? '' : 'another value';
    yield {
      group: 'derived',
      name,
      graph,
      query: { what },
      theirs: { ok: theirs },
      ours: { ok: answer },
      disagreement,
    };
  }
}

function flags(one: node.Node): Readonly<Record<string, boolean>> {
  return {
    _is_real_base: node.isRealBase(one),
    _is_real_branch_point: node.isRealBranchPoint(one),
    _is_real_head: node.isRealHead(one),
    is_base: node.isBase(one),
    is_branch_point: node.isBranchPoint(one),
    is_head: node.isHead(one),
    is_merge_point: node.isMergePoint(one),
  };
}

function* resolved(name: string, fact: FactGraph, graph: Graph): Generator<Comparison> {
  const different = (a: unknown, b: unknown): string => (same(a, b) ? '' : 'another revision');
  for (const { id, cli, get_revision, get_revisions } of fact.resolve) {
    const text = id ?? 'base';
    const all = attempt(() => resolve(graph, text).map((one) => one.id));
    const one = attempt(() => resolveOne(graph, text)?.id ?? null);
    for (const [what, theirs, ours] of [
      ['cli', cli, all],
      ['get_revision', get_revision, one],
      ['get_revisions', get_revisions, all],
    ] as const) {
      const disagreement = outcome<unknown, unknown>(theirs, ours, different);
      yield { group: 'resolve', name, graph, query: { what, to: id }, theirs, ours, disagreement };
    }
  }
}

function* iterated(name: string, fact: FactGraph, graph: Graph): Generator<Comparison> {
  for (const { upper, lower, inclusive, result } of fact.iterate) {
    const range = { to: upper, from: lower ?? 'base', inclusive };
    const ours = attempt(() => iterate(graph, range).map((one) => one.id));
    const disagreement = outcome(result, ours, (a, b) => {
      if (!same(sorted(a), sorted(b))) return 'another set';
      return same(a, b) ? '' : 'another order';
    });
    yield {
      group: 'iterate',
      name,
      graph,
      query: { from: lower, to: upper, inclusive },
      theirs: result,
      ours,
      disagreement,
    };
  }
}

function* planned(name: string, fact: FactGraph, graph: Graph): Generator<Comparison> {
  for (const [group, plan] of [
    ['upgrade', planUpgrade],
    ['downgrade', planDowngrade],
  ] as const) {
    for (const question of fact[group]) {
      const ours = attempt(() => planOf(question.from, plan(graph, question.from, question.to)));
      yield { ...question, ...sides(question, ours), group, name, graph, query: question };
    }
  }
  for (const question of fact.stamp) {
    const ours = attempt((): FactPlan => {
      const [move] = planStamp(graph, question.from, [question.to]);
      return { steps: [], heads: sorted(move?.after ?? question.from) };
    });
    const disagreement = outcome(question.result, ours, (a, b) => (same(a.heads, b.heads) ? '' : 'other rows'));
    yield { group: 'stamp', name, graph, query: question, theirs: question.result, ours, disagreement };
  }
}

function planOf(from: readonly string[], steps: readonly Step[]): FactPlan {
  return {
    steps: steps.map(({ revision, before, after }) => ({ rev: revision.id, table: [before, after] })),
    heads: sorted(steps.at(-1)?.after ?? from),
  };
}

function sides(fact: PlanFact, ours: Result<FactPlan>): Pick<Comparison, 'theirs' | 'ours' | 'disagreement'> {
  const answers = [fact.result, ...(fact.alternatives ?? [])];
  const verdicts = answers.map((theirs) => outcome(theirs, ours, plansDisagree));
  const best = verdicts.indexOf('');
  return { theirs: answers[Math.max(best, 0)]!, ours, disagreement: verdicts[Math.max(best, 0)]! };
}

function plansDisagree(theirs: FactPlan, ours: FactPlan): string {
  const [a, b] = [theirs, ours].map((plan) => plan.steps.map((step) => step.rev!));
  if (!same(sorted(a!), sorted(b!))) return 'another set';
  if (!same(theirs.heads, ours.heads)) return 'other rows';
  if (
    !same(
      rowsAround(theirs),
      ours.steps.map((step) => step.table[1]),
    )
  )
    return same(a, b) ? 'other rows between' : 'another order';
  return same(a, b) ? '' : 'another order';
}

/** What the rows are after each step, read off the row operations. */
function rowsAround(plan: FactPlan): readonly (readonly string[])[] {
  const rows = new Set(plan.heads);
  const after: (readonly string[])[] = [];
  for (const { table } of plan.steps.toReversed()) {
    after.unshift(sorted([...rows]));
    for (const [verb, first, second] of table.toReversed()) {
      if (verb !== 'DELETE') rows.delete(verb === 'UPDATE' ? second! : first!);
      if (verb !== 'INSERT') rows.add(first!);
    }
  }
  return after;
}
