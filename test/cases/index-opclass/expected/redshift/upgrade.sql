NOT POSSIBLE: unsupported
revisions/bd67c2fd_index_opclass.ts:8: Redshift has no indexes: item_name
