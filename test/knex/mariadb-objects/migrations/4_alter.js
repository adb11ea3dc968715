exports.up = async (knex) => {
  await knex.schema.alterTable('account', (t) => {
    t.string('town', 40).after('owner');
    t.enu('kind', ['private', 'shop']).notNullable().defaultTo('private').first();
    t.index(['town'], 'account_by_town');
    t.integer('parent').unsigned().references('account.id');
  });
  await knex.raw('alter table account modify balance bigint unsigned not null default 1, add fulltext index account_words (owner)');
};
exports.down = async (knex) => {
  await knex.raw('alter table account drop index account_words, modify balance int unsigned not null default 0');
  await knex.schema.alterTable('account', (t) => t.dropForeign(['parent']));
  await knex.schema.alterTable('account', (t) => {
    t.dropColumns('parent', 'kind');
    t.dropIndex(['town'], 'account_by_town');
    t.dropColumn('town');
  });
};
