NOT POSSIBLE: unsupported
revisions/b25b8fb2_key_clustered.ts:13: CockroachDB has no clustered indexes: item_name on item
