NOT POSSIBLE: unsupported
revisions/01_kept.ts:9: Redshift has no computed columns: item.more
