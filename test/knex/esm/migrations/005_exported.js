const up = (knex) =>
  knex('harvest').insert(
    knex('tree').select('id as tree_id', knex.raw('1999 as year')).where('height', '>', 1),
  );
const down = (knex) => knex('harvest').truncate();

export { down, up };
