/** Types change, and defaults go along */
import type { Op } from 'migrator';

export const revision = 'e5f00002';
export const downRevision = 'e5f00001';

export function upgrade(op: Op): void {
  op.alterColumn('setting', 'amount', { type: (t, name) => t.integer(name) });
  op.alterColumn('setting', 'day', { type: (t, name) => t.date(name) });
  op.alterColumn('setting', 'open', { type: (t, name) => t.integer(name) });
  if (op.dialect === 'postgresql') {
    op.alterColumn('setting', 'id', { type: (t, name) => t.bigIncrements(name) });
    op.alterColumn('setting', 'gross', { type: (t, name) => t.bigInteger(name) });
    op.alterColumn('setting', 'more', { type: (t, name) => t.jsonb(name) });
  }
}
