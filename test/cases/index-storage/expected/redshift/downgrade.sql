NOT POSSIBLE: unsupported
revisions/bc2b2d3b_index_storage.ts:18: Redshift has no indexes: item_name
