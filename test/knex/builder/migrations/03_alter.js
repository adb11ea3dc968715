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
};
exports.down = async (knex) => {
  await knex.schema.alterTable('part', (t) => t.renameColumn('class', 'grade'));
  await knex.schema.alterTable('part', (t) => {
    t.string('code', 20).notNullable().alter();
    t.dropNullable('number');
  });
  await knex('owner').where({ name: 'one\ntwo' }).del();
};
