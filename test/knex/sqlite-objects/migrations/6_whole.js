/** SQLite keeps what it is given, whatever the column's type. */
exports.up = async (knex) => {
  await knex.schema.createTable('whole', (t) => {
    t.integer('id').primary();
    t.integer('small');
    t.date('day');
    t.boolean('some');
    t.string('word');
  });
  await knex('whole').insert([
    { id: 1, small: 1.5, day: '2020-01-31 23:59:59' },
    { id: 2, small: 2, day: 0.25 },
  ]);
  await knex('whole').insert([
    { id: 3, small: Buffer.from('bytes'), some: 2, word: 1e21 },
    { id: 4, small: Number.NaN, some: 'maybe', word: Buffer.from('bytes') },
  ]);
  await knex('whole').where('id', 2).update({ small: 0.5 });
};

exports.down = (knex) => knex.schema.dropTable('whole');
