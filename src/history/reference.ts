/** What a person may write for a revision: ids, prefixes, head, heads, base, current, labels and steps from any of them. */

import { MigratorError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { branch, inLineage, list, named, nodesOfRows } from './lookup.ts';
import { show } from './names.ts';
import type { Node } from './node.ts';
import type { Heads } from './revision.ts';
import { stepDown, stepUp } from './walk.ts';

/** `label@symbol+2`, taken apart; what is not written is absent. */
export interface Reference {
  readonly text: string;
  readonly label?: string;
  /** `head`, `heads`, `base`, `current`, an id, the start of one, or a label. */
  readonly symbol?: string;
  readonly offset?: number;
}

export function parseReference(text: string): Reference {
  const trimmed = text.trim();
  const at = trimmed.indexOf('@');
  const label = at < 0 ? undefined : trimmed.slice(0, at);
  const rest = trimmed.slice(at + 1);
  const match = /^(.*?)([+-]\d+)$/.exec(rest);
  const symbol = match === null ? rest : match[1]!;
  const isWhole = label !== '' && (symbol !== '' || match !== null) && !/[@:,\s]/.test(symbol);
  if (!isWhole) {
    throw new MigratorError('bad-reference', `${show(text)} is not a revision`, {
      hint: 'Write an id, the start of one, head, heads, base, label@head, or a step from one of them such as +2 or head-1.',
    });
  }
  return {
    text: trimmed,
    ...(label === undefined ? {} : { label }),
    ...(symbol === '' ? {} : { symbol }),
    ...(match === null ? {} : { offset: Number(match[2]) }),
  };
}

/** `a,b` taken apart. */
export function parseReferences(text: string): Reference[] {
  return text.split(',').map(parseReference);
}

/** Both sides of `a:b`; an empty side is undefined, and so is the whole when there is no colon. */
export function parseRange(text: string): { readonly from?: string; readonly to?: string } | undefined {
  const sides = text.split(':').map((side) => side.trim());
  if (sides.length === 1) return undefined;
  const [from, to, ...more] = sides;
  if (more.length > 0) {
    throw new MigratorError('bad-range', `${show(text)} has more than one colon`, {
      hint: 'A range is from:to, and either side may be empty.',
    });
  }
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** What stands for `current`: the rows of the version table where they are known. */
export interface Known {
  readonly current?: Heads;
}

/**
 * The revisions that a text stands for; none for `base`. Steps here count from the heads (`-2`) or from what is named (`ab12-1`,
 * `label@head-1`); `+2` alone needs a starting point and belongs to an upgrade.
 */
export function resolve(graph: Graph, text: string, known: Known = {}): readonly Node[] {
  const found = parseReferences(text).flatMap((reference) => resolveReference(graph, reference, known));
  return [...new Set(found)];
}

export function resolveReference(graph: Graph, reference: Reference, known: Known = {}): readonly Node[] {
  const { symbol, label, offset, text } = reference;
  if (offset === undefined) return resolveSymbol(graph, symbol!, label, known);
  if (symbol !== undefined) return present(offsetFromSymbol(graph, reference, known));
  if (offset < 0) {
    const heads = label === undefined ? graph.realHeads : inLineage(graph, graph.realHeads, label);
    return heads.flatMap((head) => present(stepDown(head, -offset, 'stay', text)));
  }
  throw new MigratorError('needs-start', `${show(text)} counts from where the database is, which is not known here`, {
    hint: 'Name the revision to count from, for example ab12+2 or base+2.',
  });
}

/** `ab12+2`, `head-1`, `label@base+2`; undefined is base. */
export function offsetFromSymbol(graph: Graph, reference: Reference, known: Known = {}): Node | undefined {
  const { symbol, label, offset = 0, text } = reference;
  const found = resolveSymbol(graph, symbol!, label, known);
  if (found.length > 1) throw severalRevisions(text, found);
  const [start] = found;
  return offset < 0 ? stepDown(start, -offset, 'refuse', text) : stepUp(graph, start, offset, label, text);
}

/** `label@symbol` without a step. */
export function resolveSymbol(graph: Graph, symbol: string, label?: string, known: Known = {}): readonly Node[] {
  if (symbol === 'base') {
    if (label !== undefined) branch(graph, label);
    return [];
  }
  if (symbol === 'heads') return label === undefined ? graph.realHeads : inLineage(graph, graph.heads, label);
  if (symbol === 'head') return present(headOf(graph, label));
  if (symbol === 'current') return currentOf(graph, label, known);
  return [named(graph, symbol, label)];
}

/** Exactly one revision, or undefined for `base` and for `head` of an empty history. */
export function resolveOne(graph: Graph, text: string, known: Known = {}): Node | undefined {
  const found = resolve(graph, text, known);
  if (found.length > 1) throw severalRevisions(text, found);
  return found[0];
}

function severalRevisions(text: string, found: readonly Node[]): MigratorError {
  return new MigratorError('several-revisions', `${show(text)} stands for several revisions: ${list(found)}`, {
    hint: 'Name one of them.',
  });
}

const present = (node: Node | undefined): readonly Node[] => (node === undefined ? [] : [node]);

function currentOf(graph: Graph, label: string | undefined, known: Known): readonly Node[] {
  if (known.current === undefined) {
    throw new MigratorError('no-current', "'current' is not known here", {
      hint: 'Name the revision the database is at.',
    });
  }
  const nodes = nodesOfRows(graph, known.current);
  return label === undefined ? nodes : inLineage(graph, nodes, label);
}

function headOf(graph: Graph, label?: string): Node | undefined {
  const heads = label === undefined ? graph.heads : inLineage(graph, graph.heads, label);
  if (heads.length < 2) return heads[0];
  const text = label === undefined ? 'head' : `${label}@head`;
  throw new MigratorError('several-heads', `${show(text)} is not one revision: there are ${list(heads)}`, {
    hint: `Name one of them, or ${label === undefined ? "'heads' for all, or <label>@head" : `'${label}@heads' for all`}.`,
  });
}
