// More digits than the columns keep: the database rounds or cuts them, each as it does.
exports.up = async (knex) => {
  await knex.schema.createTable('measure', (t) => {
    t.integer('id').primary();
    t.decimal('price', 8, 2);
    t.decimal('small', 4, 2);
    t.datetime('at', { precision: 0 });
    t.timestamp('noted', { precision: 1 }).nullable();
  });
  await knex('measure').insert([
    { id: 1, price: 1.005, small: '9.994' },
    { id: 2, price: '2.67499', small: -0.125 },
    { id: 3, price: 0.1 + 0.2, small: 1e-7 },
  ]);
  await knex('measure').insert([
    { id: 4, at: new Date('2020-01-01T05:06:07.678Z'), noted: new Date('2020-01-01T05:06:59.960Z') },
    { id: 5, at: new Date('2020-12-31T23:59:59.500Z'), noted: new Date('2020-12-31T23:59:59.950Z') },
  ]);
  await knex('measure').where({ id: 2 }).update({ small: 0.005, at: new Date('2020-12-31T23:59:59.500Z') });
};
exports.down = (knex) => knex.schema.dropTable('measure');
