const table = 'what_somebody_measured_in_a_laboratory';

exports.up = async (knex) => {
  await knex.schema.createTable(table, (t) => {
    t.integer('the_person_who_measured_this_value').notNullable();
    t.integer('the_instrument_with_which_it_was_measured').notNullable();
    t.unique(['the_person_who_measured_this_value', 'the_instrument_with_which_it_was_measured']);
    t.index(['the_instrument_with_which_it_was_measured', 'the_person_who_measured_this_value']);
  });
  await knex.schema.alterTable(table, (t) => {
    t.dropUnique(['the_person_who_measured_this_value', 'the_instrument_with_which_it_was_measured']);
  });
};
exports.down = (knex) => knex.schema.dropTable(table);
