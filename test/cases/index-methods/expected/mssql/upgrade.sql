NOT POSSIBLE: unsupported
revisions/01_an_index.ts:20: SQL Server has no index of the kind hash that this could be: job_state
