class Flags {
  flags = { AT: 'red-white-red' };

  table = 'flag';

  async up(knex) {
    await knex.schema.createTable(this.table, (t) => {
      t.string('country_code', 2).primary();
      t.string('colours', 40);
    });
    for (const [country_code, colours] of Object.entries(this.flags)) {
      await knex(this.table).insert({ country_code, colours });
    }
  }

  down(knex) {
    return knex.schema.dropTable(this.table);
  }
}

module.exports = new Flags();
