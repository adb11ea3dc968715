const prefix = process.env.SHOP_PREFIX;
if (!prefix) throw new Error('SHOP_PREFIX is not set');

module.exports = { table: (name) => `${prefix}${name}` };
