NOT POSSIBLE: unsupported
revisions/b793c39f_deferrable.ts:9: SQL Server looks at a constraint when the statement ends, and cannot defer it: part_item
