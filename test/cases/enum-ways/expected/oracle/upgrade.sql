NOT POSSIBLE: unsupported
revisions/d4e00001_enums.ts:8: a schema of Oracle is a user, who comes and goes with rights and space of his own: far
