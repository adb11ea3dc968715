NOT POSSIBLE: unsupported
revisions/b1646c87_index_prefix.ts:8: SQL Server's indexes hold whole columns: name in item_name
