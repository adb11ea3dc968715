import type { Knex } from 'knex';

const migration: Knex.Migration = {
  async up(knex) {
    await knex('reader').update({ name: knex.raw('upper(name)'), made_by: 'a change' });
  },
  async down(knex) {
    await knex('reader').update({ name: 'Ada', made_by: 'nobody' });
  },
};

export default migration;
