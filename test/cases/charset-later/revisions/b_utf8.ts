/** The table's new columns have another character set, and those that are there keep theirs */
import type { Op } from 'migrator';

export const revision = 'b0c4a25e';
export const downRevision = 'a0c4a25e';

export function upgrade(op: Op): void {
  if (op.dialect === 'mysql' || op.dialect === 'mariadb') {
    op.alterTableOptions('letter', { charset: 'utf8mb4', collate: 'utf8mb4_czech_ci' });
  }
  op.addColumn('letter', (t) => t.string('subject', 40));
  op.alterColumn('letter', 'body', { type: (t) => t.string('body', 60) });
  op.alterColumn('letter', 'sender', { nullable: false });
}
