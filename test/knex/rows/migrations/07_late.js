exports.up = async (knex) => {
  const later = knex('town').insert({ id: 322, name: 'said first, awaited last' });
  const columns = knex.schema.alterTable('town', (t) => t.string('flag', 20));
  knex('town').insert({ id: 323, name: 'never awaited' });
  await columns;
  await later;
  const waiting = [knex('town').where({ id: 322 }).update({ flag: 'blue' })];
  for (const builder of waiting) await builder;
  return knex('town').where({ id: 1 }).update({ flag: 'white' });
};
exports.down = async (knex) => {
  await knex('town').whereIn('id', [322, 323]).del();
  await knex.schema.alterTable('town', (t) => t.dropColumn('flag'));
};
