NOT POSSIBLE: unsupported
revisions/b5386ab0_not_valid.ts:9: MariaDB looks at every row when it adds a constraint: item_amount cannot be left for later
