NOT POSSIBLE: unsupported
revisions/b3b34372_nulls_not_distinct.ts:8: CockroachDB has no NULLS NOT DISTINCT
