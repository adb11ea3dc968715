exports.up = async (knex) => {
  await knex.raw('create function doubled(n int) returns int deterministic return n * 2');
  await knex.raw('create procedure empty_all() begin update account set balance = 0; select 1; end');
  await knex.schema.raw('create or replace view rich as select id, doubled(balance) as twice from account where balance > 5');
};
exports.down = async (knex) => {
  await knex.raw('drop view rich');
  await knex.raw('drop procedure if exists empty_all');
  await knex.raw('drop function doubled');
};
