// Rows that go on as they are, a truth value among them.
exports.up = async (knex) => {
  await knex.schema.createTable('lamp', (t) => { t.increments(); t.boolean('lit'); });
  await knex.schema.createTable('shade', (t) => { t.increments(); t.integer('lamp_id'); t.boolean('bright'); });
  await knex('lamp').insert([{ lit: true }, { lit: false }, { lit: null }]);
  for (const { id, lit } of await knex('lamp').select('id', 'lit')) await knex('shade').insert({ lamp_id: id, bright: lit });
};
exports.down = (knex) => knex.schema.dropTable('lamp').dropTable('shade');
