exports.up = (knex) => knex.schema.createTable('crate', (t) => { t.increments(); t.string('name', 20).unique(); });
exports.down = (knex) => knex.schema.dropTable('crate');
