NOT POSSIBLE: unsupported
revisions/02_the_one_becomes_the_other.ts:7: CockroachDB writes no values of person.feels anew while person_stays holds the column
