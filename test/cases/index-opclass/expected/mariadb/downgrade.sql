NOT POSSIBLE: unsupported
revisions/bd67c2fd_index_opclass.ts:8: MariaDB has no opclass of its own in an index: item_name
