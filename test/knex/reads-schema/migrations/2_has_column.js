exports.up = (knex) =>
  knex.schema.hasColumn('setting', 'scope').then((has) => {
    if (has) return undefined;
    return knex.schema.alterTable('setting', (t) => { t.string('scope', 10).defaultTo('all'); });
  });
exports.down = async (knex) => {
  for (const column of ['scope', 'owner']) {
    if (await knex.schema.hasColumn('setting', column)) await knex.schema.alterTable('setting', (t) => t.dropColumn(column));
  }
};
