NOT POSSIBLE: unsupported
revisions/b66528c6_index_expressions.ts:8: Redshift has no indexes: item_lower
