exports.up = async (knex) => {
  const columns = await knex('setting').columnInfo();
  await knex.schema.createTable('setting_history', (t) => {
    for (const [name, { nullable }] of Object.entries(columns)) {
      const column = t.string(name, 100);
      if (!nullable) column.notNullable();
    }
  });
  const { maxLength } = await knex('setting').columnInfo('key');
  await knex('setting').insert({ key: 'length', value: String(maxLength) });
};
exports.down = async (knex) => {
  await knex('setting').where({ key: 'length' }).del();
  await knex.schema.dropTableIfExists('setting_history');
};
