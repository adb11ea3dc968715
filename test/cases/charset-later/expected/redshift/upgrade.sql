NOT POSSIBLE: unsupported
revisions/b_utf8.ts:13: Redshift cannot change letter.sender, nor add a NOT NULL column without a default in its place
