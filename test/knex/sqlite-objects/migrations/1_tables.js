exports.up = async (knex) => {
  await knex.schema.createTable('note', (t) => {
    t.increments();
    t.text('body').notNullable();
    t.integer('parent').references('id').inTable('note').onDelete('SET NULL');
  });
  await knex.raw('create table word (text text primary key collate nocase, n integer not null default 0) without rowid');
  await knex('note').insert([{ body: 'a' }, { body: "b''c; d" }]);
};
exports.down = (knex) => knex.schema.dropTable('word').dropTable('note');
