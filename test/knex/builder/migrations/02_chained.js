exports.up = (knex) =>
  knex.schema
    .createTable('owner', (t) => {
      t.increments();
      t.string('name');
    })
    .createTable('owned', (t) => {
      t.integer('owner_id').unsigned().notNullable();
      t.integer('part_id').unsigned().notNullable();
      t.foreign('owner_id', 'owned_owner').references('id').inTable('owner').onUpdate('CASCADE').onDelete('RESTRICT');
      t.foreign('part_id').references('part.id').onDelete('CASCADE');
      t.primary(['owner_id', 'part_id']);
    })
    .table('owner', (t) => {
      t.string('town', 50).notNullable().defaultTo('nowhere');
      t.index(['town', 'name']);
    });
exports.down = (knex) => knex.schema.dropTable('owned').dropTable('owner');
