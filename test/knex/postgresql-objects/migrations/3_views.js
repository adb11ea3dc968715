exports.up = async (knex) => {
  await knex.schema.createView('rich', (view) => view.as(knex('account').select('id', 'owner').where('balance', '>', 5)));
  await knex.schema.createMaterializedView('richest', (view) => view.as(knex('account').max('balance as top')));
  await knex.raw('create or replace view owners as select distinct owner from account');
};
exports.down = async (knex) => {
  await knex.schema.dropView('owners');
  await knex.schema.dropMaterializedView('richest');
  await knex.schema.dropView('rich');
};
