NOT POSSIBLE: unsupported
revisions/b269be26_on_row_update.ts:8: SQL Server has nothing that changes a column when its row changes: changed_at
