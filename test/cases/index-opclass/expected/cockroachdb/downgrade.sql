NOT POSSIBLE: unsupported
revisions/bd67c2fd_index_opclass.ts:8: CockroachDB has operator classes in inverted indexes only: item_name
