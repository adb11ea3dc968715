/** SQL that casts to an enum, which gets another name: checks, defaults, computed columns, indexes and views follow it */
import type { Op } from 'migrator';

export const revision = 'et01';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createEnum('mood', ['calm', 'sad', 'gone']);
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.specificType('feels', 'mood').notNullable().defaultTo(op.knex.raw("'calm'::mood"));
    t.specificType('felt', '"mood"[]').defaultTo(op.knex.raw('array[]::"mood"[]'));
    t.boolean('here').computed("feels <> 'gone'::mood", { persisted: true });
    t.text('notes');
  });
  op.createCheckConstraint('person_stays', 'person', "feels <> cast('gone' as mood) or notes is not null");
  op.createIndex('person_sad', 'person', ['id'], { where: "feels = mood 'sad'" });
  op.createView('sad_person', "select id, 'mood' as mood from person where feels = 'sad'::mood");
  op.bulkInsert('person', [{ id: 1 }, { id: 2, feels: 'sad' }]);
}
