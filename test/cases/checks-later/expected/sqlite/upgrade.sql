NOT POSSIBLE: needs-database
revisions/02_checks_for.ts:16: SQLite cannot add check constraint offer_price to table offer without asking a database
