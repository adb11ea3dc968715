NOT POSSIBLE: unsupported
revisions/01_tables.ts:20: Redshift has no indexes: invoice_by_total
