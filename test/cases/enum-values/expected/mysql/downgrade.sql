NOT POSSIBLE: unsupported
revisions/b9d5ab00_enum_values.ts:8: MySQL keeps the values of an enum in each column, so that there is no type mood of its own
