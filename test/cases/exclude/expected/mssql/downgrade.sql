NOT POSSIBLE: unsupported
revisions/bdde01f2_exclude.ts:12: SQL Server has no exclusion constraints: booking_once
