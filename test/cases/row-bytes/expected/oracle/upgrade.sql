NOT POSSIBLE: unrepresentable
revisions/01_bytes_and_times.ts:21: row 1, column opens: this value cannot be written as SQL: "08:30:00" is not a date like 2024-01-31 or 2024-01-31T10:00:00Z (column opens, timestamp with local time zone)
