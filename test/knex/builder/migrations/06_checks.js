exports.up = async (knex) => {
  await knex.schema.createTable('offer', (t) => {
    t.integer('amount').checkPositive();
    t.integer('stars').checkBetween([1, 5]);
    t.string('kind').checkIn(['buy', 'sell']);
    t.check('?? < 1000', ['amount'], 'offer_small');
  });
  await knex('offer').insert([{ amount: 1, stars: 5, kind: 'buy' }, { amount: 2, stars: null, kind: 'sell' }]);
};
exports.down = (knex) => knex.schema.dropTable('offer');
