NOT POSSIBLE: unsupported
revisions/b9d5ab00_enum_values.ts:8: Redshift cannot create enum mood (sad, happy): it has no types of its own
