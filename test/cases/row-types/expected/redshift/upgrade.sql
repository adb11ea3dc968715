NOT POSSIBLE: unsupported
revisions/02_its_rows_numbered.ts:16: Redshift generates the identity column of sample itself
