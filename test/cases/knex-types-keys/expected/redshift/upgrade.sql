NOT POSSIBLE: unsupported
revisions/01_keys.ts:23: Redshift has no indexes: worker_name_mail
