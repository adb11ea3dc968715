NOT POSSIBLE: unsupported
revisions/b269be26_on_row_update.ts:8: Oracle has no column that changes with its row (ON UPDATE): changed_at
