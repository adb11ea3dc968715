NOT POSSIBLE: unsupported
revisions/02_their_foreign_key.ts:16: Redshift does not enforce foreign keys, so child_of can do nothing on update or delete
