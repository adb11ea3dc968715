NOT POSSIBLE: unsupported
revisions/bc767686_key_include.ts:12: MariaDB has no columns that an index only carries along: item_key
