NOT POSSIBLE: unsupported
revisions/01_what_speaks_of_an_enum.ts:8: MySQL keeps the values of an enum in each column, so that there is no type mood of its own
