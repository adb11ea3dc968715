/** An enum becomes text, and text an enum, under checks and indexes that speak of their values */
import type { Op } from 'migrator';

export const revision = 'ex01';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createEnum('mood', ['calm', 'sad', 'gone']);
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.specificType('feels', 'mood').notNullable().defaultTo('calm');
    t.text('thinks').notNullable().defaultTo('calm');
    t.text('notes');
  });
  op.createCheckConstraint('person_stays', 'person', "feels <> 'gone' or notes is not null");
  op.createCheckConstraint('person_thinks', 'person', "thinks in ('calm', 'sad')");
  op.createIndex('person_sad', 'person', ['id'], { where: "feels = 'sad'" });
  op.createIndex('person_thinking', 'person', ['id'], { where: "thinks = 'sad'" });
  op.bulkInsert('person', [{ id: 1 }, { id: 2, feels: 'sad', thinks: 'sad' }]);
}
