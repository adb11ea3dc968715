NOT POSSIBLE: needs-database
revisions/02_their_foreign_key.ts:16: SQLite cannot add foreign key child_of on of to parent (id) to table child without asking a database
