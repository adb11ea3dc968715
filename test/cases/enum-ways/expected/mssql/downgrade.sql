NOT POSSIBLE: unsupported
revisions/d4e00001_enums.ts:9: SQL Server has no enumerated types
