exports.up = (knex) =>
  knex.transaction(async (trx) => {
    await trx.schema.createTable('inside', (t) => t.integer('id'));
    if (await trx.schema.hasTable('inside')) await trx('inside').insert({ id: 1 });
  });
exports.down = (knex) => knex.schema.dropTableIfExists('inside');
