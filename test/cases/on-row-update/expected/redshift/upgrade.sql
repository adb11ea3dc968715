NOT POSSIBLE: unsupported
revisions/b269be26_on_row_update.ts:8: Redshift changes no column by itself when its row changes, and has no triggers: item.changed_at
