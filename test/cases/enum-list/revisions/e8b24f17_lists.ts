/** The list of values that a column takes becomes another: longer, or none */
import type { Op } from 'migrator';

export const revision = 'e8b24f17';
export const downRevision = 'e8a1c3d0';

export function upgrade(op: Op): void {
  op.alterColumn('ticket', 'state', { type: (t, name) => t.enu(name, ['open', 'done', 'gone']) });
  op.alterColumn('ticket', 'kind', { type: (t, name) => t.enu(name, ['a', 'b', 'c']) });
  op.alterColumn('ticket', 'size', { type: (t, name) => t.enu(name, ['s', 'm', 'l', 'x']) });
  op.alterColumn('ticket', 'sort', { type: (t, name) => t.string(name, 1) });
}

export function downgrade(op: Op): void {
  op.alterColumn('ticket', 'sort', { type: (t, name) => t.enu(name, ['x', 'y']) });
  op.alterColumn('ticket', 'size', { type: (t, name) => t.enu(name, ['s', 'm', 'l']) });
  op.alterColumn('ticket', 'kind', { type: (t, name) => t.enu(name, ['a', 'b']) });
  op.alterColumn('ticket', 'state', { type: (t, name) => t.enu(name, ['open', 'done']) });
}
