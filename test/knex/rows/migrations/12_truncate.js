exports.up = async (knex) => {
  await knex('left').insert([{ id: 1 }, { id: 2 }]);
  await knex('left').truncate();
  await knex('right').insert([{ id: 1 }, { id: 2 }]);
};
exports.down = (knex) => knex('right').del();
