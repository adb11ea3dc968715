NOT POSSIBLE: unsupported
revisions/bf249be4_sequence_rename.ts:8: MySQL has no sequences
