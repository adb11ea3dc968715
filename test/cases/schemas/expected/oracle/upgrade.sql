NOT POSSIBLE: unsupported
revisions/bfa68841_schemas.ts:8: a schema of Oracle is a user, who comes and goes with rights and space of his own: billing
