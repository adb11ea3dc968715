NOT POSSIBLE: unsupported
revisions/bdde01f2_exclude.ts:12: Redshift has no exclusion constraints: booking_once
