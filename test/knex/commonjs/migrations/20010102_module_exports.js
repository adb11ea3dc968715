'use strict';

module.exports = {
  async up(knex) {
    await knex.schema.createTable('harbour', (table) => {
      table.increments('id');
      table.string('name', 80).notNullable();
      table.string('country_code', 2).references('code').inTable('country');
    });
  },
  async down(knex) {
    await knex.schema.dropTable('harbour');
  },
};
