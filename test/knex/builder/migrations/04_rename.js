exports.up = async function (knex) {
  await knex.schema.renameTable('owner', 'keeper');
  await knex.schema.alterTable('part', (t) => {
    t.dropColumn('photo');
    t.dropColumns('facts', 'more');
    t.dropUnique(['code']);
    t.unique(['code', 'number'], { indexName: 'part_code_number' });
  });
};
exports.down = async function (knex) {
  await knex.schema.alterTable('part', (t) => {
    t.dropUnique(['code', 'number'], 'part_code_number');
    t.unique(['code']);
    t.binary('photo');
    t.json('facts');
    t.jsonb('more');
  });
  await knex.schema.renameTable('keeper', 'owner');
};
