NOT POSSIBLE: unsupported
revisions/02_wider_and_stricter.ts:17: Redshift cannot change whether account.points may be null, nor its default
