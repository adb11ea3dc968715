export async function up(knex) {
  await knex.schema.createTable('tree', (table) => {
    table.increments();
    table.string('kind', 40).notNullable().index();
    table.decimal('height', 6, 2);
  });
}

export async function down(knex) {
  await knex.schema.dropTable('tree');
}
