NOT POSSIBLE: unsupported
revisions/b901c6d0_partitions.ts:12: CockroachDB has no partitions that are made and dropped one by one: sale; its PARTITION BY says where rows of a primary key lie
