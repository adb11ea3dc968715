NOT POSSIBLE: unsupported
revisions/ba2480b6_foreign_match.ts:9: MariaDB reads MATCH full and then forgets the actions of the key: part_item
