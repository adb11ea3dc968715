NOT POSSIBLE: unsupported
revisions/d4e00001_enums.ts:9: Redshift cannot create enum far.mood (sad, happy, calm): it has no types of its own
