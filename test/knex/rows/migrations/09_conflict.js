exports.up = async (knex) => {
  await knex('copy').insert([{ id: 1, name: 'again' }, { id: 9, name: 'new', most: 3 }]).onConflict('id').ignore();
  await knex('copy').insert({ id: 2, name: 'merged', most: 2 }).onConflict('id').merge(['name']);
};
exports.down = (knex) => knex('copy').where({ id: 9 }).del();
