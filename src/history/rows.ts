/** The version table's rows, kept as a running set: the applied revisions that nothing applied stands on. */

import { MigratorError } from '../errors.ts';
import { byCodePoint } from './code-point.ts';
import type { Graph } from './graph.ts';
import { nodesOfRows } from './lookup.ts';
import { show } from './names.ts';
import { ancestorsOf, below, headsOf, type Node, reach } from './node.ts';
import type { Heads, Step } from './revision.ts';

/** What a version table says: its rows, and everything that they imply. */
export interface State {
  readonly rows: readonly Node[];
  readonly applied: ReadonlySet<Node>;
}

/** Refuses rows that no walk can have left: unknown ids, and a row that another row already implies. */
export function stateOf(graph: Graph, heads: Heads): State {
  const rows = [...new Set(nodesOfRows(graph, heads))];
  const implied = reach(new Set(rows.flatMap(below)), below);
  const lower = rows.find((row) => implied.has(row));
  if (lower !== undefined) {
    const upper = rows.find((row) => row !== lower && ancestorsOf([row]).has(lower))!;
    throw new MigratorError(
      'impossible-rows',
      `a version table cannot hold both ${show(lower.id)} and ${show(upper.id)}: ${show(upper.id)} already contains ${show(lower.id)}`,
      { hint: `Leave ${lower.id} out.` },
    );
  }
  for (const row of rows) implied.add(row);
  return { rows: rows.sort((a, b) => a.index - b.index), applied: implied };
}

/** Goes up through `order`, parents first. */
export function* stepsUp(state: State, order: Iterable<Node>): Generator<Step> {
  let before = headsOf(state.rows);
  for (const node of order) {
    const gone = node.below.filter((other) => has(before, other.id));
    const after = changed(before, gone, [node]);
    yield { revision: node.revision, direction: 'up', before, after };
    before = after;
  }
}

/** Goes down through `order`, children first. */
export function* stepsDown(state: State, order: Iterable<Node>): Generator<Step> {
  const applied = new Set(state.applied);
  let before = headsOf(state.rows);
  for (const node of order) {
    applied.delete(node);
    const bared = node.below.filter((other) => !other.above.some((next) => applied.has(next)));
    const after = changed(before, [node], bared);
    yield { revision: node.revision, direction: 'down', before, after };
    before = after;
  }
}

/** Where an id stands among sorted rows, or would. */
function positionOf(rows: Heads, id: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byCodePoint(rows[middle]!, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const has = (rows: Heads, id: string): boolean => rows[positionOf(rows, id)] === id;

function changed(rows: Heads, remove: readonly Node[], add: readonly Node[]): Heads {
  const after = rows.slice();
  for (const { id } of remove) after.splice(positionOf(after, id), 1);
  for (const { id } of add) after.splice(positionOf(after, id), 0, id);
  return after;
}
