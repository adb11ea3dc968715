// Rows that say a key of theirs: their ids are asked for again, and nobody has to accept anything.
exports.up = async (knex) => {
  await knex.schema.createTable('role', (t) => {
    t.increments();
    t.string('name', 40).notNullable().unique();
  });
  await knex.schema.createTable('grantee', (t) => {
    t.increments();
    t.integer('role_id').unsigned().references('role.id');
    t.string('what', 40);
  });
  const [id] = await knex('role').insert({ name: "admin's" });
  await knex('grantee').insert({ role_id: id, what: 'all' });
  for (const name of ['guest', 'clerk']) {
    const ids = await knex('role').insert({ name });
    await knex('grantee').insert({ role_id: ids[0], what: 'little' });
  }
};
exports.down = (knex) => knex.schema.dropTable('grantee').dropTable('role');
