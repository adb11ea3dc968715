NOT POSSIBLE: unsupported
revisions/a793c39f_tables.ts:24: Redshift does not enforce foreign keys, so part_item can do nothing on update or delete
