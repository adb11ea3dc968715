NOT POSSIBLE: unsupported
revisions/a9c35248_tables.ts:24: Redshift does not enforce foreign keys, so part_item can do nothing on update or delete
