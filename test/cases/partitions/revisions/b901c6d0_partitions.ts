/** A table with partitions: one is added, one dropped, where another table refers to them, too */
import type { Op } from 'migrator';

export const revision = 'b901c6d0';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  const values = (year: number): string =>
    op.dialect === 'mysql' || op.dialect === 'mariadb' || op.dialect === 'oracle'
      ? `less than (${year + 1})`
      : `from (${year}) to (${year + 1})`;
  op.createTable(
    'sale',
    (t) => {
      t.integer('year').notNullable();
      t.integer('amount').notNullable();
    },
    { partitionBy: 'range (year)', partitions: [{ name: 'sale_2025', values: values(2025) }] },
  );
  op.addPartition('sale', 'sale_2026', values(2026));
  await op.bulkInsert('sale', [
    { year: 2025, amount: 1 },
    { year: 2026, amount: 2 },
  ]);
  if (op.dialect === 'postgresql') {
    op.createPrimaryKey('sale_pk', 'sale', ['year']);
    op.createTable('refund', (t) => t.integer('year').references('year').inTable('sale'));
    op.alterColumn('refund', 'year', { computed: null });
    await op.bulkInsert('refund', [{ year: 2026 }]);
  }
  op.dropPartition('sale', 'sale_2025');
}

export function downgrade(op: Op): void {
  if (op.dialect === 'postgresql') op.dropTable('refund');
  op.dropTable('sale');
}
