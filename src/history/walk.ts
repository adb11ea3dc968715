/** Counting revisions up or down a line, for references such as `+2` and `head-1`. */

import { MigratorError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { inLineage, list } from './lookup.ts';
import { show } from './names.ts';
import type { Node } from './node.ts';

/** From `start`, where undefined is base, `count` children up; a fork needs `label` to choose its side. */
export function stepUp(
  graph: Graph,
  start: Node | undefined,
  count: number,
  label: string | undefined,
  text: string,
): Node | undefined {
  let at = start;
  for (let done = 0; done < count; done++) {
    const all = at === undefined ? graph.bases : at.children;
    const next = label === undefined ? all : inLineage(graph, all, label);
    if (next.length === 0) throw tooFar(text, done, at);
    if (next.length > 1) throw ambiguousWalk(text, at, next, 'Choose a side: <label>@+N, or name the revision itself.');
    at = next[0];
  }
  return at;
}

/** From `start`, `count` parents down; undefined is base. Below base there is nothing: `stay` there, or refuse. */
export function stepDown(
  start: Node | undefined,
  count: number,
  beyond: 'stay' | 'refuse',
  text: string,
): Node | undefined {
  let at = start;
  for (let done = 0; done < count; done++) {
    if (at === undefined) {
      if (beyond === 'stay') return undefined;
      throw tooFar(text, done, at);
    }
    if (at.parents.length > 1) throw ambiguousWalk(text, at, at.parents, 'Name the revision itself.');
    at = at.parents[0];
  }
  return at;
}

export function tooFar(text: string, done: number, at: Node | undefined): MigratorError {
  const end = at === undefined ? 'base' : show(at.id);
  return new MigratorError('too-far', `${show(text)} goes too far: after ${done} there is nothing beyond ${end}`, {
    hint: 'Count less, or name the revision itself.',
  });
}

function ambiguousWalk(text: string, at: Node | undefined, next: readonly Node[], hint: string): MigratorError {
  const where = at === undefined ? 'base' : show(at.id);
  return new MigratorError('ambiguous-walk', `${show(text)} is ambiguous: beyond ${where} are ${list(next)}`, { hint });
}
