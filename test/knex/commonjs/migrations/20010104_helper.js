const { dated, dropDated } = require('../lib/dated');

exports.up = (knex) => knex.schema.alterTable('harbour', dated);
exports.down = (knex) => knex.schema.alterTable('harbour', dropDated);
