NOT POSSIBLE: unsupported
revisions/b3949909_sequences.ts:8: CockroachDB has no sequences that begin again: ticket
