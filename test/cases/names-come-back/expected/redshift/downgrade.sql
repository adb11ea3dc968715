NOT POSSIBLE: unsupported
revisions/a1_tables.ts:8: Redshift has no checks: b > 0
