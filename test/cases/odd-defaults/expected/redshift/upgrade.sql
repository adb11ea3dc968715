NOT POSSIBLE: unrepresentable
revisions/01_defaults_that_are.ts:16: this value cannot be written as SQL: "\\\\" in a comment or a name of a value
