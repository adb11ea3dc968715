exports.up = (knex) =>
  knex.schema.createTable('part', (t) => {
    t.increments('id');
    t.integer('number').unsigned().notNullable();
    t.bigInteger('serial');
    t.smallint('rank').defaultTo(-1);
    t.tinyint('grade');
    t.string('code', 20).notNullable().unique();
    t.text('words', 'longtext');
    t.float('weight');
    t.double('length');
    t.decimal('price', 10, 3).defaultTo(1.5);
    t.boolean('sold').notNullable().defaultTo(true);
    t.date('made').defaultTo('2001-02-03');
    t.time('at');
    t.datetime('seen', { precision: 6 });
    t.binary('photo');
    t.json('facts');
    t.jsonb('more');
    t.uuid('key');
    t.enu('state', ['new', 'used', 'a b']).defaultTo('new');
    t.string('quoted', 30).defaultTo("it's \"so\"");
    t.string('empty').defaultTo('');
    t.timestamps(false, true);
  });
exports.down = (knex) => knex.schema.dropTable('part');
