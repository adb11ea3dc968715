/** The revisions of a range, newest first, as a history lists them. */

import { MigratorError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { branch, list } from './lookup.ts';
import { show } from './names.ts';
import { ancestorsOf, below, children, lineageOf, type Node, reach } from './node.ts';
import { newestFirst } from './order.ts';
import { type Known, parseReferences, resolve } from './reference.ts';
import type { State } from './rows.ts';
import { upgradeTargets } from './target.ts';

export interface Range {
  /** By default `heads`. A step (`+2`) counts from `from`. */
  readonly to?: string;
  /** By default `base`. `label@base` keeps to that branch. */
  readonly from?: string;
  /** Whether `from` itself is listed. */
  readonly inclusive: boolean;
}

/** Of a range with a lower end, only what stands on its line: dependencies of later revisions are left out. */
export function iterate(graph: Graph, range: Range, known: Known = {}): readonly Node[] {
  const { from = 'base', to = 'heads', inclusive } = range;
  const lower = resolve(graph, from, known);
  const state: State = { rows: lower, applied: ancestorsOf(lower) };
  const targets = parseReferences(to)
    .flatMap((reference) => upgradeTargets(graph, state, reference))
    .filter(onBranchOf(graph, from));
  const required = ancestorsOf(targets);
  const outside = lower.find((node) => !required.has(node));
  if (outside !== undefined) throw notBelow(outside, targets, to);
  const wanted = new Set([...required].filter((node) => !state.applied.has(node)));
  if (inclusive) for (const node of lower) wanted.add(node);
  const sorted = newestFirst(wanted, targets);
  if (lower.length === 0) return sorted;
  refuseOverlap(lower, from);
  const line = reach(lower, children);
  const along = sorted.filter((node) => line.has(node));
  if (along.length > 0 && !targets.some((node) => line.has(node))) throw offTheLine(lower, targets);
  return along;
}

function offTheLine(lower: readonly Node[], targets: readonly Node[]): MigratorError {
  return new MigratorError(
    'off-the-line',
    `${list(targets)} depends on ${list(lower)}, but does not stand on its line`,
    {
      hint: 'A range follows downRevision; give both ends on one line, or leave the lower end out.',
    },
  );
}

/** `label@base:` is a range on that branch alone: of what the label reaches, or of the line of a revision that stands for one. */
function onBranchOf(graph: Graph, from: string): (node: Node) => boolean {
  const at = from.indexOf('@');
  if (at < 0) return () => true;
  const label = from.slice(0, at);
  const root = branch(graph, label);
  if (root.revision.labels.includes(label)) return (node) => node.labels.includes(label);
  const line = lineageOf([root]);
  return (node) => line.has(node);
}

function notBelow(outside: Node, targets: readonly Node[], to: string): MigratorError {
  const end = targets.length === 0 ? show(to) : list(targets);
  return new MigratorError('not-below', `${show(outside.id)} is not an ancestor of ${end}`, {
    hint: 'A range is from:to, the lower revision first, both on one line.',
  });
}

function refuseOverlap(lower: readonly Node[], from: string): void {
  const implied = reach(new Set(lower.flatMap(below)), below);
  const contained = lower.find((node) => implied.has(node));
  if (contained === undefined) return;
  throw new MigratorError(
    'overlapping',
    `${show(from)} stands for ${list(lower)}, of which one contains ${show(contained.id)}`,
    {
      hint: 'Say which branch: <label>@-N, or name the revision itself.',
    },
  );
}
