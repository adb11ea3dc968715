NOT POSSIBLE: unsupported
revisions/ba2480b6_foreign_match.ts:9: Oracle has no MATCH full: it lets a key through as soon as one column of it is NULL (foreign key part_item)
