/** A statement runs outside any transaction */
import type { Op } from 'migrator';

export const revision = 'b9678d08';
export const downRevision = 'a9678d08';

/** Oracle takes a name without quotes for one in upper case. */
function amount({ dialect }: Op, value: number): string {
  if (dialect === 'oracle') return `update "item" set "amount" = ${value} where "id" = 1`;
  return `update item set amount = ${value} where id = 1`;
}

export function upgrade(op: Op): void {
  op.autocommitBlock(() => op.execute(amount(op, 5)));
}

export function downgrade(op: Op): void {
  op.autocommitBlock(() => op.execute(amount(op, 2)));
}
