NOT POSSIBLE: unsupported
revisions/d4e00001_enums.ts:9: MariaDB keeps the values of an enum in each column, so that there is no type far.mood of its own
