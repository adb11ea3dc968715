exports.up = function (knex) {
  return knex.schema.createTable('country', function (table) {
    table.string('code', 2).primary();
    table.string('name', 80).notNullable();
  });
};

exports.down = function (knex) {
  return knex.schema.dropTable('country');
};
