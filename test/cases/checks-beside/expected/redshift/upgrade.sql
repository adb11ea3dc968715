NOT POSSIBLE: unsupported
revisions/a_beside.ts:8: Redshift has no checks: "height" > 2
