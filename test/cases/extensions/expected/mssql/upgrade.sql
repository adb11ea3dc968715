NOT POSSIBLE: unsupported
revisions/b901c6d0_extensions.ts:8: SQL Server has no extensions
