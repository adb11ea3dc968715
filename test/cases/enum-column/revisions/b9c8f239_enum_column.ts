/** An enum made by its column */
import type { Op } from 'migrator';

export const revision = 'b9c8f239';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.enu('mood', ['sad', 'happy'], { useNative: true, enumName: 'mood' }).notNullable();
  });
  await op.bulkInsert('person', [{ id: 1, mood: 'happy' }]);
}

export function downgrade(op: Op): void {
  op.dropColumn('person', 'mood');
  op.dropTable('person');
}
