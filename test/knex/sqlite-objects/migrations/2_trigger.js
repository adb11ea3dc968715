exports.up = async (knex) => {
  await knex.raw(`create trigger note_words after insert on note begin
    insert into word (text, n) values (new.body, case when length(new.body) > 2 then 2 else 1 end)
      on conflict (text) do update set n = n + 1;
  end`);
  await knex('note').insert({ body: 'hello' });
};
exports.down = async (knex) => {
  await knex('word').del();
  await knex.raw('drop trigger note_words');
};
