module.exports = class {
  static column = 'motto';

  static up(knex) {
    return knex.schema.alterTable('flag', (t) => t.string(this.column));
  }

  static down(knex) {
    return knex.schema.alterTable('flag', (t) => t.dropColumn(this.column));
  }
};
