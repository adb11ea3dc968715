NOT POSSIBLE: unsupported
revisions/ba54e2c6_alter_using.ts:8: SQL Server converts the values of a column by itself, without an expression: state
