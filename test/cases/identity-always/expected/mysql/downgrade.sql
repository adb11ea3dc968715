NOT POSSIBLE: unsupported
revisions/b80c5015_identity_always.ts:8: MySQL takes every value that a row brings along, so item.id cannot be generated always
