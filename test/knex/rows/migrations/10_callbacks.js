exports.up = (knex) =>
  knex('copy')
    .insert({ id: 10, name: 'then' })
    .then(() => knex('copy').insert({ id: 11, name: 'after then' }))
    .then(() => knex.schema.raw("update copy set most = 7 where name = 'then'"))
    .finally(() => undefined);
exports.down = (knex) => knex('copy').where('id', '>=', 10).del();
