NOT POSSIBLE: unsupported
revisions/01_what_speaks_of_an_enum.ts:8: Oracle has no enumerated types
