/** A computed column for a table that is there */
import type { Op } from 'migrator';

export const revision = 'b4b6e8a1';
export const downRevision = 'a4b6e8a1';

export function upgrade(op: Op): void {
  const q = op.dialect === 'oracle' ? '"' : '';
  op.addColumn('item', (t) =>
    t.integer('total').computed(`${q}amount${q} + 1`, { persisted: op.dialect !== 'oracle' }),
  );
}

export function downgrade(op: Op): void {
  op.dropColumn('item', 'total');
}
