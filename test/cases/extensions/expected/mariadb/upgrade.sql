NOT POSSIBLE: unsupported
revisions/b901c6d0_extensions.ts:8: MariaDB has no extensions of a database: citext
