/** Fractions for columns of whole numbers, which the server rounds. */
exports.up = async (knex) => {
  await knex.schema.createTable('whole', (t) => {
    t.integer('id').primary();
    t.integer('small');
    t.bigInteger('large');
    t.date('day');
  });
  await knex('whole').insert([
    { id: 1, small: 1.5, large: '2.5', day: '2020-01-31 23:59:59' },
    { id: 2, small: -2.5, large: '-0.4', day: '2020-02-29T10:00:00' },
    { id: 3, small: '7.49', large: 1e3, day: '2020-03-01' },
  ]);
  await knex('whole').where('id', 3).update({ small: 0.5, day: '2020-03-02 01:00' });
};

exports.down = (knex) => knex.schema.dropTable('whole');
