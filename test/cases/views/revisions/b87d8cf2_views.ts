/** A view is created and replaced */
import type { Op } from 'migrator';

export const revision = 'b87d8cf2';
export const downRevision = 'a87d8cf2';

export function upgrade(op: Op): void {
  op.createView('cheap', op.knex('item').select('id', 'name').where('amount', '<', 10));
  op.replaceView('cheap', {
    oracle: 'select "id", "name", "amount" from "item" where "amount" < 20',
    default: 'select id, name, amount from item where amount < 20',
  });
}

export function downgrade(op: Op): void {
  op.dropView('cheap');
}
