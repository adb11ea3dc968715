/** Names in MySQL and MariaDB: https://dev.mysql.com/doc/refman/8.0/en/identifiers.html */

import { quoter } from './identifier.ts';

export const mysqlMaxIdentifier = { length: 64, unit: 'characters' } as const;

function refuses(name: string): string | undefined {
  if (name.endsWith(' ')) return `the name ${JSON.stringify(name)} ends with a space`;
  return /[\u{10000}-\u{10ffff}]/u.test(name)
    ? `the name ${JSON.stringify(name)} holds a character beyond U+FFFF`
    : undefined;
}

export function mysqlQuoter(title: string): (name: string) => string {
  return quoter({ title, open: '`', close: '`', max: mysqlMaxIdentifier, refuses });
}
