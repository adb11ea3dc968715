/** Statements that say how many rows they touch: so many, a range, at least, at most */
import type { Op } from 'migrator';

export const revision = 'b82b6301';
export const downRevision = 'a82b6301';

export function upgrade(op: Op): void {
  op.execute(
    {
      oracle: 'update "item" set "amount" = 1 where "amount" = 0',
      default: 'update item set amount = 1 where amount = 0',
    },
    { expectRows: 2 },
  );
  op.execute(
    { oracle: 'update "item" set "amount" = 6 where "id" = :id', default: 'update item set amount = 6 where id = :id' },
    { bindings: { id: 3 }, expectRows: { min: 1, max: 5 } },
  );
  op.execute(
    {
      oracle: 'insert into "item" ("id", "amount") select "id" + 10, "amount" from "item"',
      default: 'insert into item (id, amount) select id + 10, amount from item',
    },
    { expectRows: { min: 1 } },
  );
  op.execute(
    { oracle: 'delete from "item" where "amount" = 99', default: 'delete from item where amount = 99' },
    { expectRows: { max: 0 } },
  );
}

export function downgrade(op: Op): void {
  op.execute(
    { oracle: 'delete from "item" where "id" > 10', default: 'delete from item where id > 10' },
    { expectRows: 3 },
  );
}
