/** A column that a trigger and a view name becomes longer */
import type { Op } from 'migrator';

export const revision = 'b71c09e4';
export const downRevision = 'a71c09e4';

export function upgrade(op: Op): void {
  op.createView('named', op.knex('item').select('id', 'name'));
  op.createTrigger('item_name', 'item', {
    postgresql: 'before update of name on item for each row execute function suppress_redundant_updates_trigger()',
    mssql: 'on item after update as begin update item set name = upper(name) where id < 0; end',
    oracle: 'before update of "name" on "item" for each row begin :new."name" := upper(:new."name"); end',
    sqlite: 'after update of name on item begin update item set amount = amount + 1 where id = new.id; end',
    default: 'before update on item for each row set new.name = upper(new.name)',
  });
  op.alterColumn('item', 'name', { type: (t, name) => t.string(name, 80) });
}
