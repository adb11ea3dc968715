exports.up = async (knex) => {
  await knex('owner').insert({ name: 'one\ntwo' });
  await knex.schema.alterTable('part', (t) => {
    t.string('code', 60).notNullable().alter();
    t.setNullable('number');
  });
  await knex.schema.alterTable('part', (t) => {
    t.dropNullable('code');
    t.renameColumn('grade', 'class');
  });
  await knex.schema.alterTable('part', (t) => {
    t.smallint('rank').notNullable().defaultTo(-1).alter({ alterNullable: false });
    t.decimal('price', 12, 3).alter({ alterType: false });
  });
};
exports.down = async (knex) => {
  await knex.schema.alterTable('part', (t) => {
    t.smallint('rank').defaultTo(-1).alter();
    t.decimal('price', 10, 3).defaultTo(1.5).alter();
  });
  await knex.schema.alterTable('part', (t) => t.renameColumn('class', 'grade'));
  await knex.schema.alterTable('part', (t) => {
    t.string('code', 20).notNullable().alter();
    t.dropNullable('number');
  });
  await knex('owner').where({ name: 'one\ntwo' }).del();
};
