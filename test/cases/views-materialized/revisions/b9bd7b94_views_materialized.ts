/** A materialized view: created, indexed and refreshed */
import type { Op } from 'migrator';

export const revision = 'b9bd7b94';
export const downRevision = 'a9bd7b94';

export function upgrade(op: Op): void {
  op.createMaterializedView('totals', {
    oracle: 'select "state", sum("amount") as "amount" from "item" group by "state"',
    default: 'select state, sum(amount) as amount from item group by state',
  });
  if (op.dialect !== 'redshift') op.createIndex('totals_state', 'totals', ['state'], { unique: true });
  op.refreshMaterializedView('totals');
}

export function downgrade(op: Op): void {
  op.dropMaterializedView('totals');
}
