NOT POSSIBLE: unsupported
revisions/be0d2518_index_partial.ts:8: MySQL has no partial indexes: item_open has the condition amount > 1
