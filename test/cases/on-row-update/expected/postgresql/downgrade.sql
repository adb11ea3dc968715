NOT POSSIBLE: unsupported
revisions/b269be26_on_row_update.ts:8: PostgreSQL changes no column by itself when its row changes: changed_at on update current_timestamp
