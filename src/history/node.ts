/** A revision's place in the graph, and the walks over its neighbours. */

import { byCodePoint } from './code-point.ts';
import type { Heads, Revision } from './revision.ts';

/** `below` and `above` are the real neighbours: a dependency counts as a parent. Every list is in declared or load order. */
export interface Node {
  readonly id: string;
  readonly revision: Revision;
  /** Position in load order. */
  readonly index: number;
  /** Longest way down to a base, over `below`. */
  readonly level: number;
  readonly parents: readonly Node[];
  /** `dependsOn`, resolved. */
  readonly needs: readonly Node[];
  readonly below: readonly Node[];
  readonly children: readonly Node[];
  readonly above: readonly Node[];
  /** The branches it belongs to, sorted: its own labels and those that reach it from its line. */
  readonly labels: readonly string[];
}

export type Neighbours = (node: Node) => readonly Node[];

export const parents: Neighbours = (node) => node.parents;
export const below: Neighbours = (node) => node.below;
export const children: Neighbours = (node) => node.children;
export const above: Neighbours = (node) => node.above;

export const isHead = (node: Node): boolean => node.children.length === 0;
export const isRealHead = (node: Node): boolean => node.above.length === 0;
export const isBase = (node: Node): boolean => node.parents.length === 0;
export const isRealBase = (node: Node): boolean => node.below.length === 0;
export const isBranchPoint = (node: Node): boolean => node.children.length > 1;
export const isRealBranchPoint = (node: Node): boolean => node.above.length > 1;
export const isMergePoint = (node: Node): boolean => node.parents.length > 1;

/** Everything that can be reached, the start included. */
export function reach(from: Iterable<Node>, next: Neighbours): Set<Node> {
  const seen = new Set(from);
  for (const node of seen) for (const other of next(node)) seen.add(other);
  return seen;
}

/** Itself, its parents and dependencies, and theirs. */
export const ancestorsOf = (nodes: Iterable<Node>): Set<Node> => reach(nodes, below);
/** Itself, its children and dependents, and theirs. */
export const descendantsOf = (nodes: Iterable<Node>): Set<Node> => reach(nodes, above);

/** Those that share a line with one of `with`: its ancestors and descendants. Dependencies count only when asked for. */
export function lineageOf(nodes: readonly Node[], dependencies = false): Set<Node> {
  const down = reach(nodes, dependencies ? below : parents);
  for (const node of reach(nodes, dependencies ? above : children)) down.add(node);
  return down;
}

/** Of a set closed downwards, the members with nothing of the set above them: the rows of a version table. */
export function maximal(applied: ReadonlySet<Node>): Node[] {
  return [...applied].filter((node) => !node.above.some((other) => applied.has(other)));
}

export function headsOf(nodes: Iterable<Node>): Heads {
  return [...nodes].map((node) => node.id).sort(byCodePoint);
}

/** A dependency that an ancestor in the same line already asks for is left out: it was brought in by that ancestor. */
export function normalizedBelow(node: Node): readonly Node[] {
  if (node.needs.length === 0) return node.parents;
  const kept = node.needs.filter((need) => node.parents.includes(need) || !inherits(node, need));
  return [...new Set([...node.parents, ...kept])];
}

function inherits(node: Node, need: Node): boolean {
  if (need.above.length < 2) return false;
  const seen = new Set(node.parents);
  for (const ancestor of seen) {
    if (ancestor.needs.includes(need)) return true;
    for (const parent of ancestor.parents) if (parent.level > need.level) seen.add(parent);
  }
  return false;
}
