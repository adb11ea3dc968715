NOT POSSIBLE: unsupported
revisions/b210b0b5_index_include.ts:8: SQLite's indexes carry no further columns: item_name
