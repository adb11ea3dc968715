NOT POSSIBLE: unsupported
revisions/b4b6e8a1_computed_later.ts:9: Redshift has no computed columns: item.total
