exports.up = async (knex) => {
  await knex.raw(`
    create trigger account_trim before insert on account for each row
    begin
      set new.owner = trim(new.owner); -- no blanks; at either end
      if new.balance > 1000 then
        signal sqlstate '45000' set message_text = 'too much; far too much';
      end if;
    end`);
  await knex('account').insert({ owner: '  blanks  ' });
};
exports.down = async (knex) => {
  await knex('account').where({ owner: 'blanks' }).del();
  await knex.raw('drop trigger account_trim');
};
