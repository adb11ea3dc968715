const id = '6f1c2a52-3d1e-4c5f-8a54-0d9f2f1f8f10';
exports.up = async (knex) => {
  await knex('shop.item').insert({ id, tags: ['a', 'b c', 'd"e'], more: JSON.stringify({ "it's": [1, null] }) });
  await knex.withSchema('shop').from('price').insert({ item_id: id, amount: '12.50', valid: '[2001-01-01,2002-01-01)' });
};
exports.down = (knex) => knex.withSchema('shop').from('item').where({ id }).del();
