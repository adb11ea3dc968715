/** What SQL Server asks of the two ends of a foreign key. */

import { showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Column, ForeignKey, Table } from '../../schema/table.ts';
import { impossibleFor } from '../lower.ts';
import type { Server } from './server.ts';

const synonyms: Readonly<Record<string, string>> = {
  integer: 'int',
  dec: 'decimal',
  numeric: 'decimal',
  'national character varying': 'nvarchar',
  'character varying': 'varchar',
};

function plainType(sqlType: string): string {
  const [, word = '', rest = ''] = /^([a-z ]+?)\s*(\(.*\))?\s*$/i.exec(sqlType.trim().toLowerCase()) ?? [];
  return (synonyms[word] ?? word) + rest.replace(/\s/g, '');
}

/** Types that have a word with the same meaning, or whose length is not said, are left to the server. */
function differ(a: string, b: string): boolean {
  const known = [a, b].every((type) =>
    /^(?:(?:tiny|small|big)?int|uniqueidentifier|n?(?:var)?char\(\d+\)|date)$/.test(type),
  );
  return known && a !== b;
}

/** Names of collations are compared as the server does, without regard to case; where the history knows one alone, the other may be the same. */
function collatedOtherwise(own: Column, other: Column): boolean {
  if (own.collation === undefined || other.collation === undefined) return false;
  return own.collation.toLowerCase() !== other.collation.toLowerCase();
}

/**
 * Both columns must have one type and length (messages 1753 and 1778), and one collation (message 1757):
 * https://learn.microsoft.com/sql/relational-databases/tables/primary-and-foreign-key-constraints
 */
export function requireAlike(key: ForeignKey, table: Table | undefined, { before }: Server): void {
  const name = key.references.table;
  const referred = table !== undefined && showName(table.name) === showName(name) ? table : tableOf(before, name);
  key.columns.forEach((column, at) => {
    const own = table?.columns.find((one) => one.name === column);
    const other = referred?.columns.find((one) => one.name === key.references.columns[at]);
    if (own === undefined || other === undefined) return;
    if (collatedOtherwise(own, other)) {
      throw impossibleFor(
        `the foreign key ${key.name} would tie ${column} (collation ${own.collation}) to ${showName(name)}.${other.name} (collation ${other.collation}), and SQL Server wants one collation for both`,
        'Drop the key, give both columns the same collation, and add it again.',
      );
    }
    if (!differ(plainType(own.sqlType), plainType(other.sqlType))) return;
    throw impossibleFor(
      `the foreign key ${key.name} would tie ${column} (${own.sqlType}) to ${showName(name)}.${other.name} (${other.sqlType}), and SQL Server wants one type and length for both`,
      'Drop the key, change both columns, and add it again.',
    );
  });
}
