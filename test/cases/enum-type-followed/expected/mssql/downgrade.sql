NOT POSSIBLE: unsupported
revisions/e6b2d001_moods.ts:8: SQL Server has no enumerated types
