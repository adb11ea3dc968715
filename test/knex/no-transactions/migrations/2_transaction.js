exports.config = { transaction: true };
exports.up = async (knex) => {
  await knex('one').insert({ id: 2 });
  await knex('one').where({ id: 1 }).update({ on: false });
};
exports.down = (knex) => knex('one').where({ id: 2 }).del();
