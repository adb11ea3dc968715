NOT POSSIBLE: unsupported
revisions/b6b506a3_enums.ts:8: Redshift cannot create enum mood (sad, it's, happy): it has no types of its own
