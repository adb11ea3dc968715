NOT POSSIBLE: unsupported
revisions/01_an_enum_under_a_check.ts:8: MySQL keeps the values of an enum in each column, so that there is no type mood of its own
