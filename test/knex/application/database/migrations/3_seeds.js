exports.up = (knex) => knex.seed.run();
exports.down = (knex) => knex('shop_orders').where({ orderedBy: 'Seed' }).del();
