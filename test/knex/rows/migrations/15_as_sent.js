/** Values that a driver sends as they are, and the column makes something of. */
exports.up = async (knex) => {
  await knex.schema.createTable('sent', (t) => {
    t.increments('id');
    t.datetime('at');
    t.date('day');
    t.boolean('seen');
    t.enu('level', ['0', '1', '2']);
    t.json('facts');
    t.string('folder').defaultTo('C:\\tmp');
  });
  await knex('sent').insert([
    { at: '2020-12-25', day: '2020-12-25', seen: true, level: 1, facts: true },
    { at: '2020-12-25 10:00', day: '2020-12-24 10:00', seen: false, level: 2, facts: '[]' },
  ]);
  await knex('sent').where('at', '2020-12-25').update({ day: '2021-01-01' });
};

exports.down = (knex) => knex.schema.dropTable('sent');
