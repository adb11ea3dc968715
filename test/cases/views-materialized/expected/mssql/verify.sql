NOT POSSIBLE: unsupported
revisions/b9bd7b94_views_materialized.ts:8: SQL Server has no materialized views that are refreshed: it keeps an indexed view as its tables are
