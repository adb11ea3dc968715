NOT POSSIBLE: needs-version
revisions/02_other.ts:9: the use of computed expressions that change needs PostgreSQL 17, and the target says 15
