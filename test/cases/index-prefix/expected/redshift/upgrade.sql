NOT POSSIBLE: unsupported
revisions/b1646c87_index_prefix.ts:8: Redshift has no indexes: item_name
