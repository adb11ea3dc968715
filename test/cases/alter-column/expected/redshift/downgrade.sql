NOT POSSIBLE: unsupported
revisions/02_wider_and_stricter.ts:18: Redshift cannot change account.iban, nor add a NOT NULL column without a default in its place
