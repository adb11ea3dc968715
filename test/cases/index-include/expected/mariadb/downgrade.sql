NOT POSSIBLE: unsupported
revisions/b210b0b5_index_include.ts:8: MariaDB has no columns that an index only carries along: item_name
