NOT POSSIBLE: unsupported
revisions/bc767686_key_include.ts:12: Oracle's indexes carry no columns beside those that they are searched by: item_key
