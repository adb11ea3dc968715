NOT POSSIBLE: needs-version
revisions/b71c09e4_alter_type_trigger.ts:9: the use of triggers needs CockroachDB 24.3, and the target says 24.1
