exports.up = async (knex) => {
  await knex.schema.createTable('stock', (t) => {
    t.increments();
    t.string('code', 20).collate('latin1_german1_ci').comment('of the maker').notNullable().defaultTo('x');
    t.integer('number').unsigned().comment('in pieces').notNullable();
    t.specificType('seen', 'timestamp not null default current_timestamp on update current_timestamp');
  });
  await knex.schema.alterTable('stock', (t) => {
    t.integer('id').alter();
    t.string('code', 30).notNullable().alter();
    t.integer('number').alter();
    t.timestamp('seen').notNullable().defaultTo(knex.fn.now()).alter();
  });
  await knex.schema.alterTable('stock', (t) => {
    t.renameColumn('code', 'mark');
    t.renameColumn('number', 'count');
  });
  await knex.schema.alterTable('stock', (t) => t.setNullable('mark'));
};
exports.down = (knex) => knex.schema.dropTable('stock');
