const { snake } = require('./app/names');

module.exports = async () => ({
  development: {},
  production: {
    client: 'pg',
    connection: process.env.DATABASE_URL,
    migrations: { directory: './database/migrations', tableName: 'shop_migrations' },
    seeds: { directory: './database/seeds' },
    wrapIdentifier: (name, wrap) => wrap(snake(name)),
  },
});
