/** Columns that share the enum that one of them made */
import type { Op } from 'migrator';

export const revision = 'c1a90001';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.enu('mood', ['sad', 'happy'], { useNative: true, enumName: 'mood' });
  });
  op.createTable('pet', (t) => {
    t.integer('id').notNullable().primary();
    t.enu('mood', ['sad', 'happy'], { useNative: true, enumName: 'mood', existingType: true });
    t.enu('best', ['sad', 'happy'], { useNative: true, enumName: 'mood', existingType: true });
  });
  await op.bulkInsert('pet', [{ id: 1, mood: 'sad', best: 'happy' }]);
}

export function downgrade(op: Op): void {
  op.dropTable('pet', { dataLoss: 'pets are samples' });
  op.dropTable('person', { dataLoss: 'people are samples' });
}
