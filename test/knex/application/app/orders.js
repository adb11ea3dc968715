const { table } = require('./settings');
require('./mail');

module.exports = { orders: table('orders'), states: ['open', 'paid'] };
