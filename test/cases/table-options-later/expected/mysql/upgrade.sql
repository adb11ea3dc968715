NOT POSSIBLE: no-downgrade
revisions/bdec9dec_table_options_later.ts:18: revision bdec9dec exports no downgrade, and none can be derived from its upgrade: "set row_format compact of table item" (revisions/bdec9dec_table_options_later.ts:18) cannot be taken back: the history does not know what row_format of table item was before
