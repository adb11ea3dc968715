NOT POSSIBLE: unsupported
revisions/b25b8fb2_key_clustered.ts:12: InnoDB sorts a table by its primary key and by nothing else: item_key
