NOT POSSIBLE: unsupported
revisions/b9add773_index_concurrently.ts:8: Redshift has no indexes: item_name
