const tables = ['red', 'green', 'blue'];

exports.up = (knex) =>
  tables.reduce(
    (before, name) => before.then(() => knex.schema.createTable(name, (t) => t.specificType('id', 'integer').primary())),
    Promise.resolve(),
  );
exports.down = async (knex) => {
  for (const name of [...tables].reverse()) await knex.schema.dropTable(name);
};
