NOT POSSIBLE: unsupported
revisions/be0d2518_index_partial.ts:8: Redshift has no indexes: item_open
