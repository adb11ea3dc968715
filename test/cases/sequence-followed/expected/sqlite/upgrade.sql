NOT POSSIBLE: unsupported
revisions/d5a1c001_numbers.ts:8: SQLite cannot create sequence Ticket no: it has no sequences; INTEGER PRIMARY KEY AUTOINCREMENT numbers rows
