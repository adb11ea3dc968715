NOT POSSIBLE: unsupported
revisions/01_an_index.ts:20: Oracle has no indexes of the kind hash: job_state
