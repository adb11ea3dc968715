/** SQLite keeps a fraction in a column of whole numbers. */
exports.up = async (knex) => {
  await knex.schema.createTable('whole', (t) => {
    t.integer('id').primary();
    t.integer('small');
    t.date('day');
  });
  await knex('whole').insert([
    { id: 1, small: 1.5, day: '2020-01-31 23:59:59' },
    { id: 2, small: 2, day: 0.25 },
  ]);
  await knex('whole').where('id', 2).update({ small: 0.5 });
};

exports.down = (knex) => knex.schema.dropTable('whole');
