NOT POSSIBLE: impossible
revisions/02_other_case.ts:16: Amazon Redshift keeps names in lower case: table Part has the name PART already
