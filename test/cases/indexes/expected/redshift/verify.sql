NOT POSSIBLE: unsupported
revisions/01_a_table.ts:16: Redshift has no indexes: log_host_status
