NOT POSSIBLE: unsupported
revisions/b25b8fb2_key_clustered.ts:13: Oracle has no indexes of the kind clustered: item_name
