NOT POSSIBLE: unrepresentable
revisions/01_bytes_and_times.ts:21: row 1, column logo: this value cannot be written as SQL: bytes in a text column (column logo, varchar(max))
