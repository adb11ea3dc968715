NOT POSSIBLE: unsupported
revisions/b2161d1b_identity_later.ts:8: Oracle makes no identity column of one that is there: item.id
