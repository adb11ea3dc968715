class Migration {
  constructor(table) {
    this.table = table;
    this.up = this.up.bind(this);
    this.down = this.down.bind(this);
  }

  up(knex) {
    return knex.schema.createTable(this.table, (t) => {
      t.integer('ship').notNullable();
      t.integer('harbour').unsigned().references('id').inTable('harbour').onDelete('CASCADE');
      t.unique(['ship', 'harbour']);
    });
  }

  down(knex) {
    return knex.schema.dropTableIfExists(this.table);
  }
}

module.exports = new Migration('visit');
