NOT POSSIBLE: needs-version
revisions/bd5e96a1_computed_virtual.ts:9: the use of computed columns that are not stored needs PostgreSQL 18, and the target says 15
