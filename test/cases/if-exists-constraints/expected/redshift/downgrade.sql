NOT POSSIBLE: unsupported
revisions/bb41305d_if_exists_constraints.ts:8: Redshift has no IF EXISTS for DROP CONSTRAINT: item_nothing of item
