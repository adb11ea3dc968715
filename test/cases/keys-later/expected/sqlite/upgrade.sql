NOT POSSIBLE: needs-database
revisions/02_their_keys.ts:16: SQLite cannot add primary key country_key on code to table country without asking a database
