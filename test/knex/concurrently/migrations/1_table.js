exports.up = async (knex) => {
  await knex.schema.createTable('event', (t) => { t.bigIncrements(); t.string('kind'); t.timestamp('at').defaultTo(knex.fn.now()); });
  await knex('event').insert([{ kind: 'a' }, { kind: 'b' }]);
};
exports.down = (knex) => knex.schema.dropTable('event');
