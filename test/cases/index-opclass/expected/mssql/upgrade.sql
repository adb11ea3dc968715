NOT POSSIBLE: unsupported
revisions/bd67c2fd_index_opclass.ts:8: SQL Server's indexes have no operator classes: name in item_name
