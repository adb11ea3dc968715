exports.up = (knex) =>
  knex.schema.alterTable('item', (t) => {
    t.string('name', 80).notNullable().alter();
    t.string('mark', 10);
  });
exports.down = (knex) =>
  knex.schema.alterTable('item', (t) => {
    t.dropColumn('mark');
    t.string('name', 40).alter();
  });
