NOT POSSIBLE: unsupported
revisions/b901c6d0_partitions.ts:12: SQL Server partitions a table by a scheme and a function, which are made beside it: sale
