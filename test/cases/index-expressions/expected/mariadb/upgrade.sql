NOT POSSIBLE: unsupported
revisions/b66528c6_index_expressions.ts:8: MariaDB has no expressions in indexes
