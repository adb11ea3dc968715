/** A computed column that is kept on disk gets another expression, and stays there */
import type { Op } from 'migrator';

export const revision = '02';
export const downRevision = '01';

export function upgrade(op: Op): void {
  const q = op.dialect === 'oracle' ? '"' : '';
  op.alterColumn('item', 'more', { computed: `${q}amount${q} + 2` });
}
