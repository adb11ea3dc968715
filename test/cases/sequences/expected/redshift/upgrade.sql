NOT POSSIBLE: unsupported
revisions/b3949909_sequences.ts:8: Redshift cannot create sequence ticket: it has no sequences
