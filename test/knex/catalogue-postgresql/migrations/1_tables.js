exports.up = async (knex) => {
  for (const name of ['crate', 'crane']) {
    await knex.schema.createTable(name, (t) => { t.increments(); t.enum('kind', ['a', 'b']); t.integer('other').unsigned(); });
  }
};
exports.down = (knex) => knex.schema.dropTable('crane').dropTable('crate');
