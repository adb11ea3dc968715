NOT POSSIBLE: unsupported
revisions/b210b0b5_index_include.ts:8: Redshift has no indexes: item_name
