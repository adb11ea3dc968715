exports.up = async (knex) => {
  const admin = await knex('role').where({ name: 'admin' }).first();
  if (admin) await knex('role').where({ id: admin.id }).update({ name: 'chief' });
  const absent = await knex('role').where({ name: 'editor' });
  if (absent.length === 0) await knex('role').insert({ id: 4, name: 'editor' });
};
exports.down = async (knex) => {
  await knex('role').where({ id: 4 }).del();
  await knex('role').where({ id: 1 }).update({ name: 'admin' });
};
