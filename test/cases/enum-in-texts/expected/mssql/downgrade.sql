NOT POSSIBLE: unsupported
revisions/01_what_speaks_of_an_enum.ts:8: SQL Server has no enumerated types
