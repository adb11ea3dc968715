exports.up = (knex) =>
  knex.schema.createView('cheap', (view) => {
    view.columns(['amount', 'kind']);
    view.as(knex('offer').select('amount', 'kind').where('amount', '<', 100).whereNotNull('kind'));
  });
exports.down = (knex) => knex.schema.dropView('cheap');
