/** How PostgreSQL and the engines that speak its SQL say which right an account lacks, and what gives it. */

const account = 'CAST(current_user AS varchar)';

/** Both are SQL: `'expects the right to …'`, and what is granted, as `'USAGE ON …'`. */
export const lacking = (expects: string, grant: string): string =>
  `${expects} || ', which ' || ${account} || ' has not: GRANT ' || ${grant} || ' TO ' || quote_ident(${account})`;
