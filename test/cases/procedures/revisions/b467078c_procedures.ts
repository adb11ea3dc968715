/** A procedure is created */
import type { Op } from 'migrator';

export const revision = 'b467078c';
export const downRevision = 'a467078c';

export function upgrade(op: Op): void {
  op.createProcedure('close_all', {
    postgresql: "() language sql as $$ update item set state = 'done'; $$",
    cockroachdb: "() language sql as $$ update item set state = 'done'; $$",
    redshift: "() as $$ begin update item set state = 'done'; end; $$ language plpgsql",
    mysql: "() begin update item set state = 'done'; update item set amount = 0; end",
    mariadb: "() begin update item set state = 'done'; update item set amount = 0; end",
    mssql: "as begin update item set state = 'done'; end",
    oracle: 'is begin update "item" set "state" = \'done\'; end',
    default: '()',
  });
}

export function downgrade(op: Op): void {
  op.dropProcedure('close_all');
}
