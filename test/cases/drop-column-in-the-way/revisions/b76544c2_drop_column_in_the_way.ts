/** A column is dropped with the index over it */
import type { Op } from 'migrator';

export const revision = 'b76544c2';
export const downRevision = 'a76544c2';

export function upgrade(op: Op): void {
  op.createIndex('item_state', 'item', ['state', 'amount']);
  op.dropColumn('item', 'state', { dataLoss: 'nobody asks for the state any more' });
}

export function downgrade(op: Op): void {
  op.addColumn('item', (t) => t.string('state', 10).notNullable().defaultTo('open'));
}
