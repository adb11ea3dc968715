exports.seed = (knex) => knex('shop_orders').insert({ orderedBy: 'Seed' });
