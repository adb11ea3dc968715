NOT POSSIBLE: unsupported
revisions/b3b34372_nulls_not_distinct.ts:8: Oracle never takes two rows of NULL for the same: item_price
