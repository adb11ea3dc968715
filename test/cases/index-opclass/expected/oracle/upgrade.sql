NOT POSSIBLE: unsupported
revisions/bd67c2fd_index_opclass.ts:8: Oracle has no operator class in an index: item_name
