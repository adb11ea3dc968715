NOT POSSIBLE: unsupported
revisions/bf776853_rename_constraint.ts:9: Redshift has no checks: amount >= 0
