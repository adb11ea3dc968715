/** Moving the version table's rows without running anything. */

import { MigratorError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { branch } from './lookup.ts';
import { show } from './names.ts';
import { headsOf, lineageOf, type Node } from './node.ts';
import { parseReferences, type Reference, resolveReference } from './reference.ts';
import type { Heads } from './revision.ts';
import { type State, stateOf } from './rows.ts';

/** The rows before and after; remove `before − after`, add `after − before`. */
export interface Move {
  readonly before: Heads;
  readonly after: Heads;
}

/** One move to all of `to`, or none when the rows stand there already. Rows on the line of a destination give way, others stay. */
export function planStamp(graph: Graph, from: Heads, to: readonly string[]): readonly Move[] {
  const state = stateOf(graph, from);
  const leaving = new Set<Node>();
  const arriving = new Set<Node>();
  for (const reference of to.flatMap(parseReferences)) {
    for (const node of stampOne(graph, state, reference, leaving)) arriving.add(node);
  }
  const rows = new Set([...state.rows.filter((row) => !leaving.has(row)), ...arriving]);
  const before = headsOf(state.rows);
  const after = stateOf(graph, headsOf(rows)).rows;
  return String(before) === String(headsOf(after)) ? [] : [{ before, after: headsOf(after) }];
}

function stampOne(graph: Graph, state: State, reference: Reference, leaving: Set<Node>): readonly Node[] {
  if (reference.offset !== undefined) {
    throw new MigratorError(
      'relative-stamp',
      `${show(reference.text)} is relative, and a stamp sets what it is relative to`,
      {
        hint: 'Name the revision itself.',
      },
    );
  }
  const destinations = resolveReference(graph, reference);
  const line = [...destinations, ...(reference.label === undefined ? [] : [branch(graph, reference.label)])];
  const along = line.length === 0 ? undefined : lineageOf(line, true);
  const rows = state.rows.filter((row) => along === undefined || along.has(row));
  if (destinations.length === 0) for (const row of rows) leaving.add(row);
  const related = lineageOf(rows, true);
  const moves = destinations.some((node) => related.has(node) && !rows.includes(node));
  if (moves) for (const row of rows) leaving.add(row);
  return destinations;
}
