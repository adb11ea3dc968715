NOT POSSIBLE: unsupported
revisions/b901c6d0_partitions.ts:12: Redshift has no partitions of its own tables: sale
