NOT POSSIBLE: unsupported
revisions/a1_tables.ts:10: Redshift has no checks: b > 0
