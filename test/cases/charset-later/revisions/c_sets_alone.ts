/** A character set that is said alone brings its usual collation, and a collation its character set */
import type { Op } from 'migrator';

export const revision = 'c0c4a25e';
export const downRevision = 'b0c4a25e';

export function upgrade(op: Op): void {
  if (op.dialect !== 'mysql' && op.dialect !== 'mariadb') return;
  op.alterTableOptions('letter', { charset: 'latin1' });
}
