NOT POSSIBLE: unsupported
revisions/01_a_knex_migration.ts:17: Redshift has no indexes: posts_user
