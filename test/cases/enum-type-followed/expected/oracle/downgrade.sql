NOT POSSIBLE: unsupported
revisions/e6b2d001_moods.ts:8: Oracle has no enumerated types
