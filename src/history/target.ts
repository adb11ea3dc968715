/** Where an upgrade or a downgrade is to end, seen from the rows it begins with. */

import { MigratorError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { branch, inLineage, list } from './lookup.ts';
import { show } from './names.ts';
import { children, lineageOf, type Node, parents, reach } from './node.ts';
import { offsetFromSymbol, type Reference, resolveReference, resolveSymbol } from './reference.ts';
import type { State } from './rows.ts';
import { stepDown, stepUp } from './walk.ts';

/** None is base. */
export function upgradeTargets(graph: Graph, state: State, reference: Reference): readonly Node[] {
  const { symbol, label, offset, text } = reference;
  if (offset === undefined) return resolveReference(graph, reference);
  if (symbol !== undefined) return present(offsetFromSymbol(graph, reference));
  if (offset < 0) {
    throw new MigratorError('wrong-direction', `${show(text)} goes down, and this is an upgrade`, {
      hint: 'Use downgrade, or +N.',
    });
  }
  const starts = label === undefined ? state.rows : tipsOnBranch(graph, state, label);
  if (starts.length > 1) {
    throw new MigratorError('ambiguous-start', `${show(text)} is ambiguous: the database is at ${list(starts)}`, {
      hint: 'Say which branch: <label>@+N, or <revision>+N.',
    });
  }
  return present(stepUp(graph, starts[0], offset, label, text));
}

/** The rows of a branch; where it has none, the highest applied revisions of its line, from below its label on. */
function tipsOnBranch(graph: Graph, state: State, label: string): readonly Node[] {
  const rows = inLineage(graph, state.rows, label);
  return rows.length > 0 ? rows : tips(state, lineageOf([branch(graph, label)]));
}

/** Likewise, but of its own revisions only: what lies below its label belongs to others too. */
function tipsOfBranch(graph: Graph, state: State, label: string): readonly Node[] {
  const rows = inLineage(graph, state.rows, label);
  return rows.length > 0 ? rows : tips(state, reach([branch(graph, label)], children));
}

function tips(state: State, line: ReadonlySet<Node>): readonly Node[] {
  const active = new Set([...state.applied].filter((node) => line.has(node)));
  return [...active].filter((node) => !node.children.some((child) => active.has(child)));
}

export interface DowngradeTarget {
  /** Undefined is base. */
  readonly node: Node | undefined;
  /** The branch to keep to where several lead up from the target; a count down keeps to the line it was counted on. */
  readonly label: string | undefined;
}

export function downgradeTarget(graph: Graph, state: State, reference: Reference): DowngradeTarget {
  const { symbol, label, offset, text } = reference;
  if (offset === undefined) return { node: only(text, resolveSymbol(graph, symbol!, label)), label };
  if (symbol !== undefined) {
    const along = offset < 0 && label === undefined ? resolveSymbol(graph, symbol)[0]?.id : label;
    return { node: offsetFromSymbol(graph, reference), label: along };
  }
  if (offset >= 0) {
    throw new MigratorError('wrong-direction', `${show(text)} goes up, and this is a downgrade`, {
      hint: 'Use upgrade, or -N.',
    });
  }
  const start = downgradeStart(graph, state, reference);
  return { node: stepDown(start, -offset, 'refuse', text), label: label ?? start.id };
}

function downgradeStart(graph: Graph, state: State, reference: Reference): Node {
  const { label, text } = reference;
  const starts = label === undefined ? state.rows : tipsOfBranch(graph, state, label);
  if (starts.length === 1) return starts[0]!;
  const [code, message] =
    starts.length === 0
      ? ['nothing-applied', `${show(text)} has nothing to take back${label === undefined ? '' : ` on ${show(label)}`}`]
      : ['ambiguous-start', `${show(text)} is ambiguous: the database is at ${list(starts)}`];
  throw new MigratorError(code!, message!, {
    hint: 'Name the revision to go down to, or say which branch: <label>@-N.',
  });
}

/** What must go first when everything above the target goes: its children, or for base the bases. */
export function rootsAbove(graph: Graph, target: DowngradeTarget): readonly Node[] {
  const { node, label } = target;
  const roots = node === undefined ? graph.bases : node.children;
  if (label === undefined || roots.length < 2) return roots;
  const line = reach([branch(graph, label)], parents);
  const kept = roots.filter((root) => line.has(root));
  if (kept.length > 0) return kept;
  throw new MigratorError(
    'not-below',
    `${show(label)} does not lead up from ${node === undefined ? 'base' : show(node.id)}`,
    {
      hint: 'Name the branch by one of its own revisions.',
    },
  );
}

function only(text: string, nodes: readonly Node[]): Node | undefined {
  if (nodes.length < 2) return nodes[0];
  throw new MigratorError('several-revisions', `${show(text)} stands for several revisions: ${list(nodes)}`, {
    hint: 'A downgrade ends at one revision.',
  });
}

const present = (node: Node | undefined): readonly Node[] => (node === undefined ? [] : [node]);
