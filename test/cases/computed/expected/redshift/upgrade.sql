NOT POSSIBLE: unsupported
revisions/b1aa496c_computed.ts:9: Redshift has no computed columns: item.total
