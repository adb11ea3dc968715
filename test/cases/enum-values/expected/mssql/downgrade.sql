NOT POSSIBLE: unsupported
revisions/b9d5ab00_enum_values.ts:8: SQL Server has no enumerated types
