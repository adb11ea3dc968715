NOT POSSIBLE: unsupported
revisions/b5386ab0_not_valid.ts:9: Redshift has no checks: amount < 100
