NOT POSSIBLE: needs-version
revisions/b34ca566_triggers.ts:14: the use of triggers needs CockroachDB 24.3, and the target says 24.1
