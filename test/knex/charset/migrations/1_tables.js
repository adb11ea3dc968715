exports.up = async (knex) => {
  await knex.schema.createTable('item', (t) => {
    t.increments();
    t.string('name', 40);
  });
  await knex.schema.createTable('note', (t) => {
    t.charset('utf8mb4');
    t.collate('utf8mb4_bin');
    t.text('words');
  });
  await knex('item').insert([{ name: 'cup' }]);
};
exports.down = (knex) => knex.schema.dropTable('note').dropTable('item');
