exports.up = async (knex) => {
  await knex.raw('pragma foreign_keys = off');
  await knex.raw('create table note_new (id integer primary key, body text not null, size integer not null default 0)');
  await knex.raw('insert into note_new (id, body, size) select id, body, length(body) from note');
  await knex.raw('drop trigger note_words');
  await knex.schema.dropTable('note');
  await knex.schema.renameTable('note_new', 'note');
  await knex.raw('create unique index note_body on note (body, size desc)');
};
exports.down = async (knex) => {
  await knex.raw('drop index note_body');
  await knex.schema.alterTable('note', (t) => {
    t.dropColumn('size');
    t.integer('parent');
  });
  await knex.raw('create trigger note_words after insert on note begin delete from word; end');
};
