exports.up = async (knex) => {
  if (!(await knex.schema.hasTable('setting'))) {
    await knex.schema.createTable('setting', (t) => { t.string('key', 40).primary(); t.string('value'); });
  }
  if (await knex.schema.hasTable('legacy')) await knex.schema.dropTable('legacy');
};
exports.down = async (knex) => {
  const [there, absent] = await Promise.all([knex.schema.hasTable('setting'), knex.schema.hasTable('legacy')]);
  if (there && !absent) await knex.schema.dropTable('setting');
};
