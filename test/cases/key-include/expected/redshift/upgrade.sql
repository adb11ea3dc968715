NOT POSSIBLE: unsupported
revisions/bc767686_key_include.ts:12: Redshift's keys have no index to carry columns along: item_key
