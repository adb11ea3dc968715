/** Finding a revision by its name: exact, by its beginning, or by the branch it stands on. */

import { MigratorError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { show } from './names.ts';
import { lineageOf, type Node } from './node.ts';
import type { Heads } from './revision.ts';
import { suggestion } from './suggestion.ts';

/** Shorter names than this are never found by their beginning alone. */
const shortestPrefixed = 4;

/** The revision whose line a label stands for; any id may serve as one. */
export function branch(graph: Graph, label: string): Node {
  const exact = graph.byName.get(label);
  if (exact !== undefined) return exact;
  const starting = startingWith(graph, label);
  if (starting.length === 1) return starting[0]!;
  if (starting.length > 1) throw ambiguous(label, starting);
  throw new MigratorError('unknown-branch', `there is no branch or revision ${show(label)}`, {
    hint: suggestion(label, graph.byName.keys(), 'The commands heads and branches list what there is.'),
  });
}

/** Of `nodes`, those that share a line with the branch. */
export function inLineage(graph: Graph, nodes: readonly Node[], label: string): readonly Node[] {
  const line = lineageOf([branch(graph, label)]);
  return nodes.filter((node) => line.has(node));
}

export function named(graph: Graph, name: string, label?: string): Node {
  const root = label === undefined ? undefined : branch(graph, label);
  const line = root === undefined ? undefined : lineageOf([root]);
  const exact = graph.byName.get(name);
  if (exact !== undefined) {
    if (line === undefined || line.has(exact)) return exact;
    throw new MigratorError('not-on-branch', `${show(exact.id)} is not on branch ${show(label!)}`, {
      hint: exact.labels.length > 0 ? `It is on ${exact.labels.map(show).join(', ')}.` : `Write ${exact.id} alone.`,
    });
  }
  const starting = startingWith(graph, name).filter((node) => line === undefined || line.has(node));
  if (starting.length === 1) return starting[0]!;
  if (starting.length > 1) throw ambiguous(name, starting);
  throw new MigratorError(
    'unknown-revision',
    `there is no revision ${show(name)}${label ? ` on branch ${show(label)}` : ''}`,
    {
      hint: suggestion(name, graph.byName.keys(), 'The command history lists what there is.'),
    },
  );
}

function startingWith(graph: Graph, prefix: string): Node[] {
  const found = new Set<Node>();
  for (const [name, node] of graph.byName) {
    if (name.length >= shortestPrefixed && name.startsWith(prefix)) found.add(node);
  }
  return [...found];
}

function ambiguous(prefix: string, candidates: readonly Node[]): MigratorError {
  return new MigratorError(
    'ambiguous-prefix',
    `${show(prefix)} is the start of ${candidates.length} revisions: ${list(candidates)}`,
    {
      hint: 'Write more of it.',
    },
  );
}

export function list(nodes: readonly Node[]): string {
  const shown = nodes.slice(0, 8).map((node) => node.id);
  return nodes.length > shown.length ? `${shown.join(', ')} and ${nodes.length - shown.length} more` : shown.join(', ');
}

/** A row of a version table is a full id, never the beginning of one. */
export function nodesOfRows(graph: Graph, rows: Heads): readonly Node[] {
  return rows.map((id) => {
    const node = graph.byName.get(id);
    if (node?.id === id) return node;
    throw new MigratorError('unknown-row', `the version table holds ${show(id)}, which no revision file declares`, {
      hint: suggestion(id, graph.byName.keys(), 'Is this the history that the database was built with?'),
    });
  });
}
