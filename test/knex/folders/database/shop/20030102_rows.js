exports.up = async (knex) => {
  await knex('core_1').insert({ id: 7, note: 'seven' });
  await knex('basket').insert({ id: 1, core_id: 7 });
};
exports.down = async (knex) => {
  await knex('basket').del();
  await knex('core_1').del();
};
