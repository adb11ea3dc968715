/** Raw SQL as it stands, with bindings, for each dialect, and with what it does */
import type { Op } from 'migrator';

export const revision = 'b82b6194';
export const downRevision = 'a82b6194';

export function upgrade(op: Op): void {
  // Oracle takes a name without quotes for one in upper case
  op.execute({
    oracle: `update "item" set "name" = ':who, 50% of \t?' where "id" = 1`,
    default: "update item set name = ':who, 50% of \t?' where id = 1",
  });
  op.execute(
    {
      oracle: 'update "item" set "name" = :name where "id" = :id',
      default: 'update item set name = :name where id = :id',
    },
    { bindings: { name: "it's", id: 2 } },
  );
  op.execute({
    mssql: 'update item set amount = amount + 0;',
    oracle: 'update "item" set "amount" = "amount";',
    default: 'update item set amount = amount;',
  });
  op.execute(
    { oracle: 'alter table "item" add "weight" integer', default: 'alter table item add weight integer' },
    { does: [(declared) => declared.addColumn('item', (t) => t.integer('weight'))] },
  );
  op.alterColumn('item', 'weight', { newColumnName: 'mass' });
}

export function downgrade(op: Op): void {
  op.dropColumn('item', 'mass');
}
