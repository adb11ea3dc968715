NOT POSSIBLE: unsupported
revisions/e6b2d001_moods.ts:8: MariaDB keeps the values of an enum in each column, so that there is no type mood of its own
