NOT POSSIBLE: unsupported
revisions/02_enums.ts:21: Oracle takes the empty string for NULL, and extra is NOT NULL: its default '' could never be stored
