NOT POSSIBLE: unsupported
revisions/b901c6d0_extensions.ts:8: CockroachDB has no extensions: citext
