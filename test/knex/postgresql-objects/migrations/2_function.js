exports.up = async (knex) => {
  await knex.raw(`
    create function stamp_account() returns trigger language plpgsql as $body$
    begin
      new.owner := trim(new.owner);
      if new.balance < 0 then
        raise exception 'no debt; not even a little: %', new.balance;
      end if;
      return new;
    end;
    $body$`);
  await knex.schema.raw('create trigger stamp_account before insert or update on account for each row execute function stamp_account()');
  await knex('account').insert({ owner: '  spaces  ', balance: 3 });
};
exports.down = async (knex) => {
  await knex('account').where('owner', 'spaces').del();
  await knex.schema.raw('drop trigger stamp_account on account');
  await knex.raw('drop function stamp_account()');
};
