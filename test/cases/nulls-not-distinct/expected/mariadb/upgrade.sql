NOT POSSIBLE: unsupported
revisions/b3b34372_nulls_not_distinct.ts:8: MariaDB lets any number of rows have NULL in a unique index: item_price
