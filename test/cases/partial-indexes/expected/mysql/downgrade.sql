NOT POSSIBLE: unsupported
revisions/01_indexes_over_some.ts:21: MySQL has no partial indexes: job_waiting has the condition state = 'waiting'
