NOT POSSIBLE: unsupported
revisions/02_checks_for.ts:17: Redshift has no checks: price > 0
