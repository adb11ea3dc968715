/** Circles in a history: each set of revisions that are all their own ancestors. */

import type { Node } from './node.ts';

interface Visit {
  readonly node: Node;
  next: number;
}

/** The strongly connected sets of two or more (Tarjan, without recursion), members in load order. */
export function cyclesIn(nodes: readonly Node[]): Node[][] {
  const order = new Map<Node, number>();
  const low = new Map<Node, number>();
  const open: Node[] = [];
  const isOpen = new Set<Node>();
  const cycles: Node[][] = [];

  const enter = (node: Node): Visit => {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    open.push(node);
    isOpen.add(node);
    return { node, next: 0 };
  };
  const leave = (node: Node, parent: Node | undefined): void => {
    if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(node)!));
    if (low.get(node) !== order.get(node)) return;
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) isOpen.delete(member);
    if (members.length > 1) cycles.push(members.sort((a, b) => a.index - b.index));
  };

  for (const root of nodes) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    while (path.length > 0) {
      const visit = path.at(-1)!;
      const other = visit.node.below[visit.next++];
      if (other === undefined) {
        path.pop();
        leave(visit.node, path.at(-1)?.node);
      } else if (!order.has(other)) path.push(enter(other));
      else if (isOpen.has(other)) low.set(visit.node, Math.min(low.get(visit.node)!, order.get(other)!));
    }
  }
  return cycles.sort((a, b) => a[0]!.index - b[0]!.index);
}
