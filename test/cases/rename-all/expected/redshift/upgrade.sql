NOT POSSIBLE: unsupported
revisions/a294b3d0_tables.ts:25: Redshift does not enforce foreign keys, so part_item can do nothing on update or delete
