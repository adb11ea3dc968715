exports.up = async (knex) => {
  await knex.schema.createTable('ticket', (t) => {
    t.increments();
    t.enu('state', ['open', 'closed'], { useNative: true, enumName: 'ticket_state' }).notNullable().defaultTo('open');
    t.enum('size', ['S', 'M']).defaultTo('S');
    t.specificType('seats', 'int[]').defaultTo(knex.raw("'{1,2}'::int[]"));
    t.timestamp('at', { useTz: false }).defaultTo(knex.fn.now(3));
  });
  await knex.raw('alter table ticket drop constraint ticket_size_check');
  await knex.raw("alter table ticket add constraint ticket_size_check check (size = any (array['S'::text, 'M'::text, 'L'::text]))");
  await knex('ticket').insert({ state: 'closed', size: 'L' });
};
exports.down = async (knex) => {
  await knex.schema.dropTable('ticket');
  await knex.raw('drop type ticket_state');
};
