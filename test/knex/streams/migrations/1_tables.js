exports.up = async (knex) => {
  await knex.schema.createTable('member', (t) => { t.increments(); t.string('full_name', 60); });
  await knex.schema.createTable('badge', (t) => { t.increments(); t.string('text', 90); });
  await knex('member').insert([{ full_name: 'Ada L' }, { full_name: 'Bob M' }]);
};
exports.down = (knex) => knex.schema.dropTable('badge').dropTable('member');
