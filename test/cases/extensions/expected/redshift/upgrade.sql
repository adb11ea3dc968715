NOT POSSIBLE: unsupported
revisions/b901c6d0_extensions.ts:8: Redshift cannot create extension citext unless it exists: it has no extensions
