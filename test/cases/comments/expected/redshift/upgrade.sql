NOT POSSIBLE: unrepresentable
revisions/01_comments_that_try.ts:16: this value cannot be written as SQL: "\\" in a comment or a name of a value
