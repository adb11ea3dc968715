const countries = require('../data/countries.json');

exports.up = (knex) => knex('country').insert(countries);
exports.down = (knex) => knex('country').whereIn('code', countries.map(({ code }) => code)).del();
