exports.up = async (knex) => {
  await knex.schema.createTable('role', (t) => {
    t.integer('id').primary();
    t.string('name', 30).notNullable().unique();
    t.integer('members').notNullable().defaultTo(0);
  });
  await knex.schema.createTable('member', (t) => {
    t.increments();
    t.string('full_name', 60);
    t.integer('role_id').references('role.id');
  });
  await knex('role').insert([{ id: 1, name: 'admin' }, { id: 2, name: 'guest' }, { id: 3, name: "the cook's" }]);
  await knex('member').insert([{ full_name: 'Ada L', role_id: 1 }, { full_name: 'Bob M', role_id: 2 }, { full_name: 'Cy N', role_id: 2 }]);
};
exports.down = (knex) => knex.schema.dropTable('member').dropTable('role');
