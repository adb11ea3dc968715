NOT POSSIBLE: unsupported
revisions/b7299c60_index_order.ts:8: Redshift has no indexes: item_amount
