NOT POSSIBLE: unsupported
revisions/b6b506a3_enums.ts:8: MariaDB keeps the values of an enum in each column, so that there is no type mood of its own
