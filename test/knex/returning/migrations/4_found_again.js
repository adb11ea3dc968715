// Rows that say a key of theirs: their ids are asked for again, and nobody has to accept anything.
exports.up = async (knex) => {
  await knex.schema.createTable('role', (t) => {
    t.increments();
    t.string('name', 40).notNullable().unique();
    t.integer('above').references('role.id');
  });
  await knex.schema.createTable('grantee', (t) => {
    t.increments();
    t.integer('role_id').references('role.id');
    t.string('what', 40);
  });
  const [{ id }] = await knex('role').insert({ name: "admin's" }).returning('id');
  await knex('grantee').insert([{ role_id: id, what: 'all' }]);
  await knex('role').insert({ name: 'deputy', above: id });
  for (const name of ['guest', 'clerk']) {
    const [whole] = await knex('role').insert({ name }, '*');
    await knex('grantee').insert({ role_id: whole.id, what: 'little' });
  }
};
exports.down = (knex) => knex.schema.dropTable('grantee').dropTable('role');
