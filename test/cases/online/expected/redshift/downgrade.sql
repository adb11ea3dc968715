NOT POSSIBLE: unsupported
revisions/b82b6401_online.ts:12: Redshift has no indexes: item_amount
