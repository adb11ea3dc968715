/** Newest first: a branch is walked to its end before the next one, and nothing comes before what stands above it. */

import { type Node, normalizedBelow, reach } from './node.ts';

/** A line being walked down. Lines keep their places, new ones join at the end; an ended one still knows what came after it. */
interface Line {
  at: Node;
  previous: Line | undefined;
  next: Line | undefined;
  ended: boolean;
}

/** What stands above a revision that is held back, and the first line that may hold it: those before it never will again. */
interface Hold {
  readonly above: ReadonlySet<Node>;
  from: Line | undefined;
}

interface Walk {
  readonly wanted: ReadonlySet<Node>;
  /** How many wanted ones directly above are still to come. */
  readonly waiting: Map<Node, number>;
  readonly onLines: Set<Node>;
  readonly holds: Map<Node, Hold>;
  readonly done: Set<Node>;
  first: Line | undefined;
  last: Line | undefined;
}

/**
 * Sorts `wanted`, which must hold everything that lies between any two of its members. The walk begins at the wanted ones of `heads`,
 * in load order. Near linear: what stands above a held-back revision is looked up once.
 */
export function newestFirst(wanted: ReadonlySet<Node>, heads: Iterable<Node>): readonly Node[] {
  const walk = begin(wanted, heads);
  let line = walk.first;
  while (line !== undefined) line = walk.waiting.get(line.at)! > 0 ? holder(walk, line.at) : advance(walk, line);
  return [...walk.done];
}

function begin(wanted: ReadonlySet<Node>, heads: Iterable<Node>): Walk {
  const waiting = new Map<Node, number>();
  for (const node of wanted) waiting.set(node, node.above.filter((other) => wanted.has(other)).length);
  const starts = new Set([...heads].filter((node) => wanted.has(node)));
  for (const [node, count] of waiting) if (count === 0) starts.add(node);
  const walk: Walk = {
    wanted,
    waiting,
    onLines: new Set(),
    holds: new Map(),
    done: new Set(),
    first: undefined,
    last: undefined,
  };
  for (const node of [...starts].sort((a, b) => a.index - b.index)) append(walk, node);
  return walk;
}

function append(walk: Walk, at: Node): void {
  const line: Line = { at, previous: walk.last, next: undefined, ended: false };
  if (walk.last === undefined) walk.first = line;
  else walk.last.next = line;
  walk.last = line;
  walk.onLines.add(at);
}

/** Takes the revision that the line stands at; answers the line to go on with. */
function advance(walk: Walk, line: Line): Line | undefined {
  const node = line.at;
  walk.done.add(node);
  walk.onLines.delete(node);
  walk.holds.delete(node);
  for (const other of node.below) {
    if (walk.wanted.has(other)) walk.waiting.set(other, walk.waiting.get(other)! - 1);
  }
  const [next, ...others] = normalizedBelow(node).filter(
    (other) => walk.wanted.has(other) && !walk.done.has(other) && !walk.onLines.has(other),
  );
  if (next === undefined) return end(walk, line);
  line.at = next;
  walk.onLines.add(next);
  for (const other of others) append(walk, other);
  return line;
}

function end(walk: Walk, line: Line): Line | undefined {
  line.ended = true;
  if (line.previous === undefined) walk.first = line.next;
  else line.previous.next = line.next;
  if (line.next === undefined) walk.last = line.previous;
  else line.next.previous = line.previous;
  return line.previous ?? walk.first;
}

/** The first line that is still above the revision. */
function holder(walk: Walk, node: Node): Line {
  let hold = walk.holds.get(node);
  if (hold === undefined) {
    const isLeft = (other: Node): boolean => walk.wanted.has(other) && !walk.done.has(other);
    const above = reach([node], (other) => other.above.filter(isLeft));
    above.delete(node);
    hold = { above, from: walk.first };
    walk.holds.set(node, hold);
  }
  let line = hold.from;
  while (line !== undefined && (line.ended || !hold.above.has(line.at))) line = line.next;
  if (line === undefined) {
    line = walk.first;
    while (line !== undefined && !hold.above.has(line.at)) line = line.next;
  }
  if (line === undefined) throw new Error(`nothing leads to ${[...hold.above][0]?.id}`);
  hold.from = line;
  return line;
}
