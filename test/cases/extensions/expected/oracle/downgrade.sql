NOT POSSIBLE: unsupported
revisions/b901c6d0_extensions.ts:8: Oracle has no extensions: citext
