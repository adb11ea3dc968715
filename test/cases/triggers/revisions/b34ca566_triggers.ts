/** A trigger is created and replaced */
import type { Op } from 'migrator';

export const revision = 'b34ca566';
export const downRevision = 'a34ca566';

export function upgrade(op: Op): void {
  if (op.dialect === 'postgresql' || op.dialect === 'cockroachdb') {
    op.createFunction(
      'name_it',
      '() returns trigger language plpgsql as $$ begin new.name := upper(new.name); return new; end $$',
    );
  }
  op.createTrigger('item_name', 'item', {
    postgresql: 'before insert on item for each row execute function name_it()',
    cockroachdb: 'before insert on item for each row execute function name_it()',
    mysql: 'before insert on item for each row set new.name = upper(new.name)',
    mariadb: 'before insert on item for each row begin set new.name = upper(new.name); end',
    sqlite: 'after insert on item begin update item set name = upper(name) where id = new.id; end',
    mssql:
      'on item after insert as begin update item set name = upper(name) where id in (select id from inserted); end',
    oracle: 'before insert on "item" for each row begin :new."name" := upper(:new."name"); end',
    default: 'before insert on item',
  });
  op.replaceTrigger('item_name', 'item', {
    postgresql: 'before update on item for each row execute function name_it()',
    cockroachdb: 'before update on item for each row execute function name_it()',
    mysql: 'before update on item for each row set new.name = upper(new.name)',
    mariadb: 'before update on item for each row begin set new.name = upper(new.name); end',
    sqlite: 'after update of name on item begin update item set amount = amount + 1 where id = new.id; end',
    mssql:
      'on item after update as begin update item set name = upper(name) where id in (select id from inserted); end',
    oracle: 'before update on "item" for each row begin :new."name" := upper(:new."name"); end',
    default: 'before update on item',
  });
}

export function downgrade(op: Op): void {
  op.dropTrigger('item_name', 'item');
  if (op.dialect === 'postgresql' || op.dialect === 'cockroachdb') op.dropFunction('name_it');
}
