NOT POSSIBLE: unsupported
revisions/b9bd7b94_views_materialized.ts:8: SQLite has no materialized views: totals
