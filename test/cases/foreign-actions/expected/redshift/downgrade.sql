NOT POSSIBLE: unsupported
revisions/01_foreign_keys_that.ts:23: Redshift does not enforce foreign keys, so child_of_foreign can do nothing on update or delete
