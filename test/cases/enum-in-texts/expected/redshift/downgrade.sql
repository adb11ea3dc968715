NOT POSSIBLE: unsupported
revisions/01_what_speaks_of_an_enum.ts:8: Redshift cannot create enum mood (calm, sad, gone): it has no types of its own
