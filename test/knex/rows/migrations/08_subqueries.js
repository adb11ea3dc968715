exports.up = async (knex) => {
  await knex.schema.createTable('copy', (t) => {
    t.integer('id').primary();
    t.string('name', 80);
    t.integer('most');
  });
  await knex('copy').insert(knex('town').select('id', 'name', 'people').where('id', '<', 3));
  await knex('copy').insert({ id: 3, name: 'most', most: knex('town').max('people') });
  await knex.into(knex.raw('?? (??, ??)', ['copy', 'id', 'name'])).insert(knex.select(knex.raw('4'), 'name').from('town').where({ id: 1 }));
  await knex('town').whereExists(knex('copy').select('id').whereRaw('copy.id = town.id')).update({
    people: knex('copy').select('most').where('copy.id', 3),
  });
  await knex('copy').whereIn('id', knex('town').select('id').where('name', "L'Aquila")).update({ most: -1 });
};
exports.down = (knex) => knex.schema.dropTable('copy');
