exports.up = (knex) => knex.raw("create type mood as enum ('sad', 'ok')");
exports.down = (knex) => knex.raw('drop type mood');
