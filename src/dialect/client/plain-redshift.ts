/** Amazon Redshift in SQL alone, for GUIs and drivers. */

import type { Client } from '../client.ts';
import { plainByCast } from './plain-cast.ts';
import { redshift, rowsFound, tableExists } from './redshift.ts';

/** https://docs.aws.amazon.com/redshift/latest/dg/r_SET.html: a name with a period is a variable of the session. */
export const plainRedshift: Client = plainByCast(redshift, {
  there: tableExists,
  rows: rowsFound,
  // https://docs.aws.amazon.com/redshift/latest/dg/r_LOCK.html
  lock: (table) => `LOCK TABLE ${table};\n`,
  moment: 'TIMESTAMP',
  now: 'SYSDATE',
  user: 'CURRENT_USER',
  givesUp: [],
  // https://docs.aws.amazon.com/redshift/latest/dg/stored-procedure-transaction-management.html, https://docs.aws.amazon.com/redshift/latest/dg/r_TRUNCATE.html
  cannot: ({ sql }) => {
    const [, word] = /^\s*(call|truncate)\b/i.exec(String(sql)) ?? [];
    return word === undefined ? undefined : `${word.toUpperCase()} may commit the transaction of its revision`;
  },
});
