NOT POSSIBLE: unsupported
revisions/b66528c6_index_expressions.ts:8: SQL Server's indexes hold columns, and no expressions: lower([name]) in item_lower
