NOT POSSIBLE: unsupported
revisions/b2bbe984_index_rename.ts:8: Redshift has no indexes: item_name
