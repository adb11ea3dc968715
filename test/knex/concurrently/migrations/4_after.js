exports.config = { transaction: false };
exports.up = async (knex) => {
  await knex.raw("alter type mood add value 'happy'");
  await knex.transaction(async (trx) => {
    await trx.schema.alterTable('event', (t) => t.specificType('mood', 'mood'));
    await trx('event').update({ mood: 'happy' });
  });
  await knex.raw('create unique index concurrently if not exists event_mood on event (mood, kind)');
};
exports.down = async (knex) => {
  await knex.raw('drop index concurrently event_mood');
  await knex.schema.alterTable('event', (t) => t.dropColumn('mood'));
};
