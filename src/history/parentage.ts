/** Where a new revision is put: its parents, what it depends on, and the branch it opens. */

import { MigratorError } from '../errors.ts';
import { containedIn } from './fault.ts';
import type { Graph } from './graph.ts';
import { list } from './lookup.ts';
import { faultsOfLabel, show } from './names.ts';
import { isHead, type Node } from './node.ts';
import { parseReferences, resolve } from './reference.ts';

export interface Placement {
  /** `--head`, by default `head`; `base` opens a new root, several are merged. */
  readonly heads?: readonly string[];
  /** Allows a parent that already has children. */
  readonly splice?: boolean;
  readonly branchLabels?: readonly string[];
  readonly dependsOn?: readonly string[];
}

export interface Parentage {
  readonly parents: readonly Node[];
  readonly branchLabels: readonly string[];
  /** Full ids; a branch label stays a label. */
  readonly dependsOn: readonly string[];
}

export function parentageOf(graph: Graph, placement: Placement): Parentage {
  const { heads = ['head'], splice = false, branchLabels = [], dependsOn = [] } = placement;
  const parents = heads.flatMap((text) => resolve(graph, text));
  const twice = parents.find((node, index) => parents.indexOf(node) !== index);
  if (twice !== undefined) {
    throw new MigratorError('repeated-parent', `${show(twice.id)} is named twice as a parent`, {
      hint: 'Name each parent once.',
    });
  }
  const forked = splice ? undefined : parents.find((node) => !isHead(node));
  if (forked !== undefined) throw notAHead(forked);
  for (const [contained, container] of containedIn(parents)) throw alreadyContained(contained, container);
  for (const label of branchLabels) refuseLabel(graph, label);
  return { parents, branchLabels, dependsOn: dependsOn.flatMap((text) => needsOf(graph, text)) };
}

function notAHead(node: Node): MigratorError {
  return new MigratorError('not-a-head', `${show(node.id)} is not a head: ${list(node.children)} already follows it`, {
    hint: 'Use --splice to open a second branch there.',
  });
}

function alreadyContained(contained: Node, container: Node): MigratorError {
  return new MigratorError('redundant-parent', `${show(container.id)} already contains ${show(contained.id)}`, {
    hint: `Name ${container.id} alone.`,
  });
}

function refuseLabel(graph: Graph, label: string): void {
  const [fault] = faultsOfLabel(label, undefined);
  if (fault !== undefined) throw fault;
  const taken = graph.byName.get(label);
  if (taken === undefined) return;
  throw new MigratorError('duplicate-label', `${show(label)} already names ${taken.revision.file}`, {
    hint: 'Choose another label.',
  });
}

function needsOf(graph: Graph, text: string): readonly string[] {
  return parseReferences(text).flatMap((reference) => {
    const exact = reference.text === 'base' ? undefined : graph.byName.get(reference.text);
    if (exact !== undefined) return [exact.revision.labels.includes(reference.text) ? reference.text : exact.id];
    const nodes = resolve(graph, reference.text);
    if (nodes.length > 0) return nodes.map((node) => node.id);
    throw new MigratorError('unknown-dependency', `${show(text)} is no revision to depend on`, {
      hint: 'Name a revision or a branch label.',
    });
  });
}
