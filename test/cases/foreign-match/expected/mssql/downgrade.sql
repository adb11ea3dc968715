NOT POSSIBLE: unsupported
revisions/ba2480b6_foreign_match.ts:9: SQL Server compares foreign keys by MATCH SIMPLE alone: part_item says full
