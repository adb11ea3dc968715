NOT POSSIBLE: unsupported
revisions/02_other.ts:9: CockroachDB has no computed expressions that change
