NOT POSSIBLE: unsupported
revisions/b25b8fb2_key_clustered.ts:13: Redshift has no indexes: item_name
