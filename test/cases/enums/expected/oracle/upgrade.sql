NOT POSSIBLE: unsupported
revisions/b6b506a3_enums.ts:8: Oracle has no enumerated types
