exports.up = async (knex) => {
  await knex.schema.createTable('town', (t) => {
    t.integer('id').primary();
    t.string('name', 60);
    t.integer('people').defaultTo(0);
    t.decimal('area', 10, 2);
    t.date('founded');
    t.text('more');
    t.boolean('port').defaultTo(false);
  });
  await knex('town').insert({ id: 1, name: 'Lübeck', people: 200000, area: 214.21, founded: '1143-01-01', port: true });
  await knex.insert([{ id: 2, name: "L'Aquila" }, { id: 3, name: 'A\\B "C" ? $1 :x' }]).into('town');
  await knex('town').insert({ id: 4, name: null, more: JSON.stringify({ a: [1, "it's", { b: null }] }) });
  await knex('town').insert({ id: 5, name: 'x'.repeat(60), more: 'two\nlines\tand -- more; /* text */' });
};
exports.down = (knex) => knex.schema.dropTable('town');
