/** Bound values are of the type that the place wants which they stand in. */
exports.up = async (knex) => {
  await knex.schema.createTable('said', (t) => {
    t.integer('id').primary();
    t.boolean('flag');
    t.text('label');
    t.jsonb('body');
    t.decimal('price', 8, 2);
    t.date('day');
    t.datetime('moment', { useTz: false });
    t.float('weight');
    t.specificType('size', 'interval');
  });
  await knex('said').insert([1, 2, 3, 4].map((id) => ({ id, label: id + 3, flag: 1, price: 1.5 })));
  await knex('said').insert([
    { id: 11, flag: 'on', body: [], price: ' 1.5 ', day: '2020-01-31T23:59:59Z', moment: '2020-01-31 23:00-05' },
    { id: 12, label: ['a', 'b'], price: '1e2', day: 'Jan 5, 2020', moment: '20200105', weight: 1580515199000, size: 90 },
    { id: 13, flag: knex.raw('?', [0]), day: '2020-01-01T00:00:00+02:00', weight: Number.NaN, moment: 'epoch' },
  ]);
  await knex.raw('create table own_words (flag boolean, body json, label text)');
  await knex('own_words').insert({ flag: 1, body: 5, label: 1e21 });
  await knex('said').where('label', 4).update({ flag: 0, body: 5 });
  await knex('said').whereIn('label', [5, 6]).andWhere('flag', 1).update({ label: true, price: '2.25' });
  await knex.raw('update said set label = ?, body = ?, price = price * ? where id = ?', [true, 3, 2, 4]);
  await knex('said').whereBetween('id', [3, 10]).andWhere('price', '<', 100).del();
  await knex('said').insert({ id: 3, label: 8 }).onConflict('id').merge({ label: 9, flag: 0 });
};
exports.down = (knex) => knex.schema.dropTable('own_words').dropTable('said');
