exports.up = (knex) =>
  knex.schema
    .createTableIfNotExists('perhaps', (t) => {
      t.integer('a').notNullable();
      t.integer('b').unsigned().references('id').inTable('part');
      t.timestamps();
    })
    .dropTableIfExists('never_was')
    .createTableLike('likewise', 'perhaps');
exports.down = async (knex) => {
  await knex.schema.dropTableIfExists('likewise');
  await knex.schema.dropTableIfExists('perhaps');
};
