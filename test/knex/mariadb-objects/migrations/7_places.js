/** Where a column stands is kept in whatever company it is added. */
exports.up = async (knex) => {
  await knex.schema.createTable('place', (t) => {
    t.integer('a').primary();
    t.integer('b').notNullable();
    t.integer('c');
  });
  await knex.schema.alterTable('place', (t) => {
    t.string('x').after('a');
    t.string('w').first();
    t.renameColumn('b', 'b2');
    t.setNullable('b2');
  });
  await knex.schema.alterTable('place', (t) => {
    t.bigInteger('c').after('w').alter();
    t.integer('y').notNullable().defaultTo(1).after('b2');
    t.renameColumn('x', 'x2');
  });
  await knex.schema.alterTable('place', (t) => {
    t.integer('z').after('y');
    t.string('x2', 20).first().alter();
  });
  await knex.schema.alterTable('place', (t) => t.renameColumn('b2', 'b'));
};

exports.down = (knex) => knex.schema.dropTable('place');
