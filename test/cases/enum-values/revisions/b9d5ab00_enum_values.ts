/** Values of an enum come and go */
import type { Op } from 'migrator';

export const revision = 'b9d5ab00';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createEnum('mood', ['sad', 'happy']);
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.specificType('mood', 'mood').notNullable().defaultTo('happy');
  });
  await op.bulkInsert('person', [{ id: 1, mood: 'happy' }]);
  op.createCheckConstraint('person_sad', 'person', "mood <> 'sad'");
  op.createIndex('person_sad_id', 'person', ['id'], { where: "mood = 'sad'" });
  op.createUniqueConstraint('person_mood', 'person', ['mood']);
  op.createTable('pet', (t) => {
    t.specificType('mood', 'mood').primary();
  });
  op.createForeignKey('pet_person', 'pet', 'person', ['mood'], ['mood']);
  op.renameEnumValue('mood', 'sad', 'down');
  op.addEnumValue('mood', 'calm', { before: 'happy' });
  op.dropEnumValue('mood', 'calm');
}

export function downgrade(op: Op): void {
  op.dropTable('pet');
  op.dropTable('person');
  op.dropEnum('mood');
}
