exports.up = function (knex) {
  return Promise.all([
    knex('harbour').insert({ name: 'Trieste', country_code: 'AT', opened: '1719-03-18' }),
    knex('country').where('code', 'XX').update({ name: knex.raw('upper(name)') }),
  ]);
};

exports.down = function (knex) {
  return Promise.all([knex('harbour').where({ name: 'Trieste' }).del()]);
};
