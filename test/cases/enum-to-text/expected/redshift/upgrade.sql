NOT POSSIBLE: unsupported
revisions/01_an_enum_under_a_check.ts:8: Redshift cannot create enum mood (calm, sad, gone): it has no types of its own
