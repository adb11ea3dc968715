/** A table in a character set of its own */
import type { Op } from 'migrator';

export const revision = 'a0c4a25e';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('letter', (t) => {
    t.integer('id').notNullable().primary();
    t.string('body', 40);
    t.string('sender', 40);
    if (op.dialect === 'mysql' || op.dialect === 'mariadb') {
      t.charset('latin1');
      t.collate('latin1_german1_ci');
    }
  });
  await op.bulkInsert('letter', [{ id: 1, body: 'Grüße', sender: 'Käthe' }]);
}

export function downgrade(op: Op): void {
  op.dropTable('letter');
}
