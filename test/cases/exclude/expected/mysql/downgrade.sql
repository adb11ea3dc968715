NOT POSSIBLE: unsupported
revisions/bdde01f2_exclude.ts:12: MySQL has no exclusion constraints: booking_once
