NOT POSSIBLE: unsupported
revisions/01_an_enum_under_a_check.ts:8: SQL Server has no enumerated types
