exports.up = async (knex) => {
  await knex.transaction(async (trx) => {
    await trx('town').insert({ id: 301, name: 'in a transaction' });
    await knex('town').transacting(trx).insert({ id: 302, name: 'transacting' });
    await trx.transaction(async (inner) => {
      await inner('town').insert({ id: 303, name: 'in a savepoint' });
      await inner('town').where({ id: 301 }).update({ people: 301 });
    });
  });
};
exports.down = (knex) => knex.transaction((trx) => trx('town').whereIn('id', [301, 302, 303]).del());
