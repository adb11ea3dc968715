const day = new Date('2020-01-01T00:00:00Z');

exports.up = async (knex) => {
  await knex.schema.createTable('visit', (t) => {
    t.increments();
    t.date('day');
    t.datetime('at');
  });
  await knex('visit').insert([
    { day, at: new Date('2030-01-01T05:06:07Z') },
    { day: new Date('2021-02-03T00:00:00Z'), at: new Date('2019-01-01T05:06:07Z') },
  ]);
  await knex('visit').where('at', '<', new Date('2024-01-01T00:00:00Z')).del();
  await knex('visit').where('day', day).update({ at: new Date('2031-01-01T05:06:07Z') });
  await knex.raw('update visit set day = ? where at > ?', [day, new Date('2024-01-01T00:00:00Z')]);
};

exports.down = (knex) => knex.schema.dropTable('visit');
