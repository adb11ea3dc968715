NOT POSSIBLE: unsupported
revisions/b2161d1b_identity_later.ts:8: Redshift cannot change how a column is numbered: item.id
