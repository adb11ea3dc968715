NOT POSSIBLE: unsupported
revisions/01_an_enum_under_a_check.ts:8: Oracle has no enumerated types
