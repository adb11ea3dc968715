NOT POSSIBLE: unsupported
revisions/bd67c2fd_index_opclass.ts:8: SQLite keeps NULLs first in every index: item_name
