exports.up = async (knex) => {
  await knex.schema.createTable('author', (t) => { t.increments(); t.string('name', 40); });
  await knex.schema.createTable('text', (t) => { t.increments(); t.integer('author_id').unsigned().references('author.id'); t.string('title', 40); });
};
exports.down = (knex) => knex.schema.dropTable('text').dropTable('author');
