/** Which revisions a command goes through, in which order, and what the version table holds around each. */

import { MigratorError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { list } from './lookup.ts';
import { show } from './names.ts';
import { ancestorsOf, descendantsOf, type Node } from './node.ts';
import { newestFirst } from './order.ts';
import { parseReferences } from './reference.ts';
import type { Heads, Step } from './revision.ts';
import { type State, stateOf, stepsDown, stepsUp } from './rows.ts';
import { type DowngradeTarget, downgradeTarget, rootsAbove, upgradeTargets } from './target.ts';

/** From the rows `from` up to `to`; parents and dependencies come first. Nothing left to do is an empty plan, the wrong way round an error. */
export function planUpgrade(graph: Graph, from: Heads, to: string): readonly Step[] {
  const state = stateOf(graph, from);
  const targets = new Set(parseReferences(to).flatMap((reference) => upgradeTargets(graph, state, reference)));
  const missing = new Set([...ancestorsOf(targets)].filter((node) => !state.applied.has(node)));
  if (missing.size === 0) refuseWrongWay(state, targets, to);
  return [...stepsUp(state, newestFirst(missing, targets).toReversed())];
}

function refuseWrongWay(state: State, targets: ReadonlySet<Node>, to: string): void {
  const passed = [...targets].find((node) => node.children.some((child) => state.applied.has(child)));
  if (passed === undefined && (targets.size > 0 || state.rows.length === 0)) return;
  throw new MigratorError('wrong-way', `${show(to)} lies below where the database is (${list(state.rows)})`, {
    hint: 'To go down, use downgrade; in a range, the lower revision comes first.',
  });
}

/** From the rows `from` down to `to`, which stays; children and dependents go first. */
export function planDowngrade(graph: Graph, from: Heads, to: string): readonly Step[] {
  const state = stateOf(graph, from);
  const leaving = new Set<Node>();
  for (const reference of parseReferences(to)) {
    const target = downgradeTarget(graph, state, reference);
    const above = [...descendantsOf(rootsAbove(graph, target))].filter((node) => state.applied.has(node));
    if (above.length === 0) refuseNotBelow(state, target, to);
    for (const node of above) leaving.add(node);
  }
  return [...stepsDown(state, newestFirst(leaving, state.rows))];
}

function refuseNotBelow(state: State, { node }: DowngradeTarget, to: string): void {
  if (node === undefined || state.rows.includes(node)) return;
  const at = state.rows.length === 0 ? 'base' : list(state.rows);
  throw new MigratorError('not-below', `${show(to)} is not below where the database is (${at})`, {
    hint: 'To go up, use upgrade; in a range for a downgrade, the upper revision comes first.',
  });
}
