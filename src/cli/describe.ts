/** How a revision is shown: in one line, at length, and as data. */

import { isBranchPoint, isHead, isMergePoint, isRealHead, type Node } from '../history/node.ts';

export interface Shown {
  /** `parents -> ` before the id. */
  readonly parents?: boolean;
  /** (branchpoint) and (mergepoint). */
  readonly tree?: boolean;
  readonly message?: boolean;
}

/** `a, b (c) -> d (label) (head) (branchpoint) (mergepoint), message` */
export function oneLine(node: Node, { parents = false, tree = false, message = false }: Shown = {}): string {
  const needs = node.needs.length === 0 ? '' : ` (${ids(node.needs)})`;
  const before = parents ? `${ids(node.parents) || '<base>'}${needs} -> ` : '';
  const labels = node.labels.length === 0 ? '' : ` (${node.labels.join(', ')})`;
  const says = message && node.revision.message !== '' ? `, ${printable(node.revision.message)}` : '';
  return `${before}${node.id}${labels}${headMark(node)}${tree ? treeMarks(node) : ''}${says}`;
}

/** The long form, line by line. */
export function longForm(node: Node): string[] {
  const { revision } = node;
  return [
    `Rev: ${node.id}${headMark(node)}${treeMarks(node)}`,
    node.parents.length > 1 ? `Merges: ${ids(node.parents)}` : `Parent: ${ids(node.parents) || '<base>'}`,
    ...(node.needs.length === 0 ? [] : [`Also depends on: ${ids(node.needs)}`]),
    ...(node.children.length > 1 ? [`Branches into: ${ids(node.children)}`] : []),
    ...(node.labels.length === 0 ? [] : [`Branch names: ${node.labels.join(', ')}`]),
    `Path: ${revision.file}`,
    '',
    ...revision.comment.map((line) => (line === '' ? '' : `    ${printable(line)}`)),
    ...(revision.comment.length === 0 ? [] : ['']),
  ];
}

export function dataOf(node: Node): unknown {
  const { revision } = node;
  return {
    id: node.id,
    parents: revision.parents,
    dependsOn: node.needs.map((need) => need.id),
    labels: node.labels,
    head: isRealHead(node),
    effectiveHead: isHead(node) && !isRealHead(node),
    branchPoint: isBranchPoint(node),
    mergePoint: isMergePoint(node),
    message: revision.message,
    ...(revision.created === undefined ? {} : { created: revision.created }),
    file: revision.file,
    digest: revision.digest,
  };
}

export const ids = (nodes: readonly Node[]): string => nodes.map((node) => node.id).join(', ');

/** Nothing that would steer a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

function headMark(node: Node): string {
  if (isRealHead(node)) return ' (head)';
  return isHead(node) ? ' (effective head)' : '';
}

function treeMarks(node: Node): string {
  return `${isBranchPoint(node) ? ' (branchpoint)' : ''}${isMergePoint(node) ? ' (mergepoint)' : ''}`;
}
