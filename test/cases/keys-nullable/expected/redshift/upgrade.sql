NOT POSSIBLE: unsupported
revisions/02_what_makes_them_anew.ts:7: Redshift cannot change stay.guest, nor add a NOT NULL column without a default in its place
