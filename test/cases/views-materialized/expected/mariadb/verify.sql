NOT POSSIBLE: unsupported
revisions/b9bd7b94_views_materialized.ts:8: MariaDB has no materialized views: totals
