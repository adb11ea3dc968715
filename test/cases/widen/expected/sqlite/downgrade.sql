NOT POSSIBLE: needs-database
revisions/02_longer_names.ts:16: SQLite cannot alter column person.name: type varchar(120) without asking a database
