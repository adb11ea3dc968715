/** A table whose columns share an enum of their own goes as a whole */
import type { Op } from 'migrator';

export const revision = 'c1a90004';
export const downRevision = 'c1a90003';

export function upgrade(op: Op): void {
  op.createTable('plant', (t) => {
    t.integer('id').notNullable().primary();
    t.enu('width', ['s', 'm'], { useNative: true, enumName: 'plant_width', existingType: false });
    t.enu('pot', ['s', 'm'], { useNative: true, enumName: 'plant_width', existingType: true });
  });
  op.dropColumn('plant', 'width');
}
