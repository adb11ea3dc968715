/** The history as a graph, built once from all revisions and never changed; a malformed history is refused, every fault named. */

import { allFaults, type MigratorError } from '../errors.ts';
import { byCodePoint } from './code-point.ts';
import { cyclesIn } from './cycle.ts';
import { cycleFault, edgeFaults, nameFaults, redundantParents } from './fault.ts';
import { isBase, isHead, isMergePoint, isRealBase, isRealBranchPoint, isRealHead, type Node } from './node.ts';
import type { Revision } from './revision.ts';

export interface Graph {
  /** In load order, as every list here. */
  readonly nodes: readonly Node[];
  /** By id, by declared label, and by the name that a migration has for knex. */
  readonly byName: ReadonlyMap<string, Node>;
  readonly heads: readonly Node[];
  readonly bases: readonly Node[];
  readonly realHeads: readonly Node[];
  readonly realBases: readonly Node[];
}

/** A node while it is being linked. */
type Draft = { -readonly [K in keyof Node]: Node[K] extends readonly (infer T)[] ? T[] : Node[K] };

/** `revisions` in load order, which decides between siblings. */
export function buildGraph(revisions: readonly Revision[]): Graph {
  const byName = new Map<string, Draft>();
  const drafts = revisions.map(draft);
  const faults: MigratorError[] = [...nameFaults(revisions)];
  for (const node of drafts) if (!byName.has(node.id)) byName.set(node.id, node);
  for (const node of drafts) for (const label of node.revision.labels) if (!byName.has(label)) byName.set(label, node);
  faults.push(...edgeFaults(revisions, byName));
  for (const node of drafts) link(node, byName);
  const sorted = parentsFirst(drafts);
  for (const cycle of sorted.length < drafts.length ? cyclesIn(drafts) : []) faults.push(cycleFault(cycle));
  for (const node of sorted) faults.push(...redundantParents(node));
  const fault = allFaults(faults);
  if (fault !== undefined) throw fault;
  propagateLabels(sorted);
  for (const node of drafts) {
    const { migration } = node.revision;
    if (migration !== undefined && !byName.has(migration)) byName.set(migration, node);
  }
  return {
    nodes: drafts,
    byName,
    heads: drafts.filter(isHead),
    bases: drafts.filter(isBase),
    realHeads: drafts.filter(isRealHead),
    realBases: drafts.filter(isRealBase),
  };
}

function draft(revision: Revision, index: number): Draft {
  const lists = { parents: [], needs: [], below: [], children: [], above: [], labels: [] };
  return { id: revision.id, revision, index, level: 0, ...lists };
}

function link(node: Draft, byName: ReadonlyMap<string, Draft>): void {
  for (const id of unique(node.revision.parents)) {
    const parent = byName.get(id);
    if (parent === undefined || parent === node || parent.id !== id) continue;
    node.parents.push(parent);
    parent.children.push(node);
  }
  for (const name of unique(node.revision.dependsOn)) {
    const need = byName.get(name);
    if (need !== undefined && need !== node && !node.needs.includes(need)) node.needs.push(need);
  }
  node.below = node.needs.length === 0 ? node.parents : [...new Set([...node.parents, ...node.needs])];
  for (const other of node.below) (other as Draft).above.push(node);
}

const unique = (list: readonly string[]): readonly string[] => (list.length < 2 ? list : [...new Set(list)]);

/** Those that no cycle holds back, with their level. */
function parentsFirst(drafts: readonly Draft[]): Draft[] {
  const waiting = new Map<Node, number>(drafts.map((node) => [node, node.below.length]));
  const ready = drafts.filter((node) => node.below.length === 0);
  for (const node of ready) {
    for (const next of node.above as Draft[]) {
      next.level = Math.max(next.level, node.level + 1);
      const left = waiting.get(next)! - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return ready;
}

/** A label reaches every descendant, and goes down the line it stands on as far as that line is not forked or merged. */
function propagateLabels(sorted: readonly Draft[]): void {
  for (const node of sorted) {
    const [first] = node.parents;
    const own = node.revision.labels;
    if (own.length === 0 && node.parents.length === 1) node.labels = first!.labels as string[];
    else node.labels = union([own, ...node.parents.map((parent) => parent.labels)]);
  }
  const tips = new Set<Node>();
  for (const node of sorted.toReversed()) {
    if (isRealBranchPoint(node) || isMergePoint(node)) continue;
    const [child] = node.children;
    if (child !== undefined && !tips.has(child)) continue;
    tips.add(node);
    if (child !== undefined && child.labels.length > node.labels.length) node.labels = child.labels as string[];
  }
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort(byCodePoint);
}
