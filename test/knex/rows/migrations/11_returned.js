exports.up = function (knex) {
  return knex('copy').insert({ id: 20, name: 'returned, and awaited by nobody' });
};
exports.down = function (knex) {
  return knex('copy').where({ id: 20 }).del();
};
