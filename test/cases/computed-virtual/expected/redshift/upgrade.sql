NOT POSSIBLE: unsupported
revisions/bd5e96a1_computed_virtual.ts:9: Redshift has no computed columns: item.twice
