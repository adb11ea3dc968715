NOT POSSIBLE: unsupported
revisions/b18c76d7_collation.ts:18: Redshift cannot change item.name, nor add a NOT NULL column without a default in its place
