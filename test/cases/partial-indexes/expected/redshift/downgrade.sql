NOT POSSIBLE: unsupported
revisions/01_indexes_over_some.ts:21: Redshift has no indexes: job_waiting
