const rows = Array.from({ length: 23 }, (_, at) => ({ id: 100 + at, name: `batch ${at}`, people: at * at }));

exports.up = (knex) => knex.batchInsert('town', rows, 10);
exports.down = (knex) => knex('town').whereBetween('id', [100, 199]).del();
