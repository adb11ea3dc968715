NOT POSSIBLE: unsupported
revisions/b8d486dd_if_exists_columns.ts:8: Redshift has no IF NOT EXISTS for ADD COLUMN: item.weight
