exports.up = (knex) =>
  knex.transaction(async (trx) => {
    await trx('role').insert({ id: 9, name: 'new' });
    const role = await trx('role').where({ name: 'new' }).first();
    const seen = await knex('role').transacting(trx).where('id', '>', 3).pluck('id');
    await trx('badge').insert({ text: `role ${role.id} of ${seen.sort().join('-')}` });
  });
exports.down = async (knex) => {
  await knex('badge').where('text', 'like', 'role %').del();
  await knex('role').where({ id: 9 }).del();
};
