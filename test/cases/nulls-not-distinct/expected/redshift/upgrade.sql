NOT POSSIBLE: unsupported
revisions/b3b34372_nulls_not_distinct.ts:8: Redshift enforces no keys, whatever item_price says of NULLs
