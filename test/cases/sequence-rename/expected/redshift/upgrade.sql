NOT POSSIBLE: unsupported
revisions/bf249be4_sequence_rename.ts:8: Redshift cannot create sequence ticket: it has no sequences
