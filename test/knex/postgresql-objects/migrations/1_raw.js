exports.up = (knex) =>
  knex.raw(`
    create table account (id bigserial primary key, owner text not null, balance numeric(12, 2) not null default 0);
    -- a comment; with a semicolon
    create index account_by_owner on account (lower(owner)) where balance > 0;
    insert into account (owner, balance) values ('it''s; me', 10), (E'a\\\\b', 0);
    comment on column account.owner is 'who owns it; nobody else';
  `);
exports.down = (knex) => knex.raw('drop table account');
