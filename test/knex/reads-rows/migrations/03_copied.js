exports.up = async (knex) => {
  await knex.schema.alterTable('member', (t) => { t.string('given', 30); t.string('initial', 1); });
  const members = await knex('member').select('id', 'full_name').orderBy('id');
  for (const { id, full_name: name } of members) {
    const [given, initial] = name.split(' ');
    await knex('member').where({ id }).update({ given, initial });
  }
};
exports.down = (knex) => knex.schema.alterTable('member', (t) => t.dropColumns('given', 'initial'));
