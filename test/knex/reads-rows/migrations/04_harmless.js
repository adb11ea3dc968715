// What it reads reaches nothing.
exports.up = async (knex) => {
  await knex('member').count({ n: '*' });
  await knex('role').select();
  await knex.schema.createTable('badge', (t) => { t.increments(); t.string('text', 90); t.integer('member_id'); });
};
exports.down = (knex) => knex.schema.dropTable('badge');
