NOT POSSIBLE: unsupported
revisions/b1c0de01_number.ts:8: Redshift numbers no column that is added to a table: item.number
