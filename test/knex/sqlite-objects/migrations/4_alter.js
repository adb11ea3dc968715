exports.up = async (knex) => {
  await knex.schema.alterTable('note', (t) => {
    t.string('title', 30).notNullable().defaultTo('untitled');
    t.boolean('done').defaultTo(false);
    t.index('done');
  });
  await knex.schema.alterTable('note', (t) => t.renameColumn('title', 'heading'));
};
exports.down = async (knex) => {
  await knex.schema.alterTable('note', (t) => t.dropIndex('done'));
  await knex.schema.alterTable('note', (t) => t.dropColumn('done'));
  await knex.schema.alterTable('note', (t) => t.dropColumn('heading'));
};
