exports.up = async (knex) => {
  await knex.schema.createTable('crate', (t) => { t.increments(); t.string('name', 20); });
  await knex.schema.createTable('lid', (t) => { t.increments(); t.integer('crate_id').unsigned().references('crate.id'); });
};
exports.down = (knex) => knex.schema.dropTable('lid').dropTable('crate');
