NOT POSSIBLE: unsupported
revisions/b269be26_on_row_update.ts:8: SQLite cannot change item.changed_at by itself when its row changes
