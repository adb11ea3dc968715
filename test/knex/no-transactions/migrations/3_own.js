exports.up = (knex) =>
  knex.transaction(async (trx) => {
    await trx('one').insert({ id: 3 });
    await trx('one').insert({ id: 4 });
  });
exports.down = (knex) => knex.transaction((trx) => trx('one').where('id', '>', 2).del());
