NOT POSSIBLE: unsupported
revisions/b3949909_sequences.ts:8: MySQL has no sequences
