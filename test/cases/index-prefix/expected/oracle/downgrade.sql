NOT POSSIBLE: unsupported
revisions/b1646c87_index_prefix.ts:8: Oracle has no length of a column in an index: item_name
