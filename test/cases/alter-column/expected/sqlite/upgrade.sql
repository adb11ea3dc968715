NOT POSSIBLE: needs-database
revisions/02_wider_and_stricter.ts:16: SQLite cannot alter column account.holder: type varchar(120) without asking a database
