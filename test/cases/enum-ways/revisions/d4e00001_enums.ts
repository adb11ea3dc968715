/** Two enums of one name, and columns that have them in every way */
import type { Op } from 'migrator';

export const revision = 'd4e00001';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createSchema('far');
  op.createEnum('far.mood', ['sad', 'happy', 'calm']);
  op.createEnum('mood', ['sad', 'happy', 'calm']);
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.enu('mood', ['sad', 'happy', 'calm'], { useNative: true, enumName: 'mood', existingType: true }).defaultTo('sad');
    t.specificType('moods', 'mood[]').defaultTo(['sad', 'calm']);
    t.specificType('distant', 'far.mood');
    t.enu('width', ['s', 'm'], { useNative: true, enumName: 'person_width' });
    t.specificType('widths', 'person_width[3][]');
    t.specificType('grid', 'int array[4]');
    t.specificType('letter', '"char"');
  });
  await op.bulkInsert('person', [{ id: 1, mood: 'calm', distant: 'sad', width: 's' }]);
}

export function downgrade(op: Op): void {
  op.dropTable('person', { dataLoss: 'people are samples' });
  op.dropEnum('mood');
  op.dropEnum('far.mood');
  op.dropSchema('far');
}
