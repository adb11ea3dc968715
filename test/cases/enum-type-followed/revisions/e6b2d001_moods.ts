/** Columns of an enumerated type, which gets another name */
import type { Op } from 'migrator';

export const revision = 'e6b2d001';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createEnum('mood', ['sad', 'calm']);
  op.createTable('mood_day', (t) => {
    t.integer('id').notNullable().primary();
    t.specificType('mood', 'mood').notNullable().defaultTo('sad');
    t.specificType('moods', 'mood[]');
    t.specificType('quoted', '"mood"');
  });
  op.renameEnum('mood', 'feeling');
}
