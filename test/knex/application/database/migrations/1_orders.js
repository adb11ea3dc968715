const { orders, states } = require('../../app/orders');

exports.up = (knex) =>
  knex.schema.createTable(orders, (t) => {
    t.increments();
    t.string('madeBy', 40).notNullable();
    t.enum('orderState', states).defaultTo(states[0]);
    t.index(['madeBy']);
  });
exports.down = (knex) => knex.schema.dropTable(orders);
