/** An enum type: created, its value and itself renamed */
import type { Op } from 'migrator';

export const revision = 'b6b506a3';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createEnum('mood', ['sad', "it's", 'happy']);
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.specificType('mood', 'mood').notNullable().defaultTo('happy');
  });
  await op.bulkInsert('person', [{ id: 1, mood: "it's" }]);
  op.renameEnumValue('mood', "it's", 'so so');
  op.renameEnum('mood', 'feeling');
}

export function downgrade(op: Op): void {
  op.dropTable('person');
  op.dropEnum('feeling');
}
