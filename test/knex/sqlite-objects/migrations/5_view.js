exports.up = async (knex) => {
  await knex.schema.createTable('page', (t) => {
    t.increments();
    t.text('body').notNullable();
  });
  await knex.raw('create view first_pages as select id, body from page where id < 10');
  await knex.raw('drop view first_pages');
  await knex.schema.alterTable('page', (t) => t.setNullable('body'));
  await knex.raw('create view first_pages (id, body) as select id, upper(body) from page');
};
exports.down = async (knex) => {
  await knex.raw('drop view first_pages');
  await knex.schema.alterTable('page', (t) => t.dropNullable('body'));
  await knex.schema.dropTable('page');
};
