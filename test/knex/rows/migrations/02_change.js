exports.up = async (knex) => {
  await knex('town').where({ id: 1 }).update({ people: knex.raw('people + ?', [16]), more: 'said' });
  await knex('town').whereNull('name').orWhere('id', '>', 90).del();
  await knex('town').where('id', 2).increment('people', 5).update({ area: 1.5 });
  await knex('town').where('name', 'like', 'A%').andWhereNot({ port: true }).update('more', knex.raw("'r' || ?", ['aw']).toQuery().includes('||') ? 'raw' : '');
  await knex.raw('update ?? set people = ? where id = ?', ['town', 9, 3]);
};
exports.down = (knex) => knex('town').where('id', '<', 3).update({ more: null });
