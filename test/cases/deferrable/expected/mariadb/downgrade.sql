NOT POSSIBLE: unsupported
revisions/b793c39f_deferrable.ts:9: MariaDB has no deferrable constraints: part_item
