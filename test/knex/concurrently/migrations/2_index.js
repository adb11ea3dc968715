exports.config = { transaction: false };
exports.up = (knex) => knex.raw('create index concurrently event_by_kind on event (kind)');
exports.down = (knex) => knex.raw('drop index concurrently event_by_kind');
