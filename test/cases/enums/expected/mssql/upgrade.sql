NOT POSSIBLE: unsupported
revisions/b6b506a3_enums.ts:8: SQL Server has no enumerated types
