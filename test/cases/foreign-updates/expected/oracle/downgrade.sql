NOT POSSIBLE: unsupported
revisions/01_foreign_keys_that.ts:19: Oracle has no ON UPDATE: foreign key child_of_foreign
