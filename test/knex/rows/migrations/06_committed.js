exports.up = async function (knex) {
  const trx = await knex.transaction();
  try {
    await trx('town').insert({ id: 311, name: 'committed by hand' });
    await trx.commit();
  } catch (error) {
    await trx.rollback(error);
    throw error;
  }
};
exports.down = function (knex) {
  return knex('town').where('id', 311).delete();
};
