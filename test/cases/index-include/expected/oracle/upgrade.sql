NOT POSSIBLE: unsupported
revisions/b210b0b5_index_include.ts:8: Oracle's indexes carry no columns beside those that they are searched by: item_name
