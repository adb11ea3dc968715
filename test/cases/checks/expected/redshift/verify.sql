NOT POSSIBLE: unsupported
revisions/01_checks.ts:16: Redshift has no checks: "reduced" < "price"
