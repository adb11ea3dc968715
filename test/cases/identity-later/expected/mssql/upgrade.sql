NOT POSSIBLE: unsupported
revisions/b2161d1b_identity_later.ts:8: SQL Server neither gives IDENTITY to a column that is there nor takes it away: id
