const { orders } = require('../../app/orders');

exports.up = async (knex) => {
  await knex(orders).insert({ madeBy: 'Ann', orderState: 'paid' });
  await knex.schema.alterTable(orders, (t) => { t.renameColumn('madeBy', 'orderedBy'); });
};
exports.down = async (knex) => {
  await knex.schema.alterTable(orders, (t) => { t.renameColumn('orderedBy', 'madeBy'); });
  await knex(orders).del();
};
