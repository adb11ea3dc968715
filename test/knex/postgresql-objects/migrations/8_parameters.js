/** Bound values are of the type that the place wants which they stand in. */
exports.up = async (knex) => {
  await knex.schema.createTable('said', (t) => {
    t.integer('id').primary();
    t.boolean('flag');
    t.text('label');
    t.jsonb('body');
    t.decimal('price', 8, 2);
  });
  await knex('said').insert([1, 2, 3, 4].map((id) => ({ id, label: id + 3, flag: 1, price: 1.5 })));
  await knex('said').where('label', 4).update({ flag: 0, body: 5 });
  await knex('said').whereIn('label', [5, 6]).andWhere('flag', 1).update({ label: true, price: '2.25' });
  await knex.raw('update said set label = ?, body = ?, price = price * ? where id = ?', [true, 3, 2, 4]);
  await knex('said').where('id', '>', 3).andWhere('price', '<', 100).del();
  await knex('said').insert({ id: 3, label: 8 }).onConflict('id').merge({ label: 9, flag: 0 });
};
exports.down = (knex) => knex.schema.dropTable('said');
