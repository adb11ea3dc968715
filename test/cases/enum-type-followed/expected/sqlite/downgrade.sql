NOT POSSIBLE: unsupported
revisions/e6b2d001_moods.ts:8: SQLite cannot create enum mood (sad, calm): it has no types of its own
