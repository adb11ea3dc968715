exports.up = (knex) => knex.schema.createTable('core_1', (t) => { t.integer('id').primary(); t.text('note'); });
exports.down = (knex) => knex.schema.dropTable('core_1');
