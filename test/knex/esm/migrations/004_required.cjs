exports.up = async ({ schema }) => {
  await schema.createTable('harvest', (table) => {
    table.integer('tree_id').unsigned().notNullable();
    table.integer('year').notNullable();
    table.foreign('tree_id').references('tree.id');
    table.primary(['tree_id', 'year']);
  });
};
exports.down = async ({ schema }) => {
  await schema.dropTable('harvest');
};
