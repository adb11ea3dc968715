exports.up = async (knex) => {
  await knex.schema.createTable('account', (t) => {
    t.engine('InnoDB');
    t.charset('utf8mb4');
    t.collate('utf8mb4_unicode_ci');
    t.increments('id');
    t.string('owner', 100).notNullable().comment('who owns it');
    t.integer('balance').unsigned().notNullable().defaultTo(0);
    t.timestamp('changed').notNullable().defaultTo(knex.raw('current_timestamp on update current_timestamp'));
  });
  await knex('account').insert([{ owner: 'a\\b' }, { owner: "it's", balance: 7 }]);
};
exports.down = (knex) => knex.schema.dropTable('account');
