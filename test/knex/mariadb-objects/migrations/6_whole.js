/** What the server makes of values that are not quite of their columns' types. */
exports.up = async (knex) => {
  await knex.schema.createTable('whole', (t) => {
    t.integer('id').primary();
    t.integer('small');
    t.bigInteger('large');
    t.date('day');
    t.boolean('some');
    t.uuid('key');
    t.string('word');
  });
  await knex('whole').insert([
    { id: 1, small: 1.5, large: '2.5', day: '2020-01-31 23:59:59' },
    { id: 2, small: -2.5, large: '-0.4', day: '2020-02-29T10:00:00' },
    { id: 3, small: '7.49', large: 1e3, day: '2020-03-01' },
    { id: 4, small: ' 5 ', large: '1e2', day: '20200105', some: 3, key: 'first' },
    { id: 5, day: '2020/01/05', some: '2', key: '550E8400E29B41D4A716446655440000', word: Buffer.from('bytes') },
  ]);
  await knex('whole').where('id', 3).update({ small: 0.5, day: '2020-03-02 01:00' });
};

exports.down = (knex) => knex.schema.dropTable('whole');
