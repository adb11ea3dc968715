NOT POSSIBLE: unsupported
revisions/ba2480b6_foreign_match.ts:9: SQLite reads MATCH full and does not heed it: part_item
