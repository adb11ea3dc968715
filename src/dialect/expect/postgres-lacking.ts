/** How PostgreSQL and the engines that speak its SQL say which right an account lacks, and what gives it. */

const account = 'CAST(current_user AS varchar)';

/** SQL of what is granted, as `'USAGE ON …'`. */
export const remedy = (grant: string): string => `': GRANT ' || ${grant} || ' TO ' || quote_ident(${account})`;

/** Both are SQL, the first as `'expects the right to …'`. */
export const lacking = (expects: string, grant: string): string =>
  `${expects} || ', which ' || ${account} || ' has not' || ${remedy(grant)}`;
