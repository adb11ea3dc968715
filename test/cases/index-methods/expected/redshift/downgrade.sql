NOT POSSIBLE: unsupported
revisions/01_an_index.ts:20: Redshift has no indexes: job_state
