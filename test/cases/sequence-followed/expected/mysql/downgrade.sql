NOT POSSIBLE: unsupported
revisions/d5a1c001_numbers.ts:8: MySQL has no sequences
