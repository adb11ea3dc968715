exports.up = async (knex) => {
  await knex.raw('create extension if not exists "pgcrypto"');
  await knex.schema.createTable('token', (t) => {
    t.uuid('id', { primaryKey: true }).defaultTo(knex.raw('gen_random_uuid()'));
    t.binary('hash').notNullable();
    t.index(['hash'], 'token_by_hash', 'hash');
  });
  await knex('token').insert({ id: '00000000-0000-4000-8000-000000000001', hash: knex.raw("digest('word', 'sha256')") });
};
exports.down = async (knex) => {
  await knex.schema.dropTable('token');
  await knex.raw('drop extension if exists pgcrypto');
};
