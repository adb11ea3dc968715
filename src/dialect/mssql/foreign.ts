/** What SQL Server asks of a foreign key: of its two ends, of what it does, and of the key that it refers to. */

import type { Column } from '../../schema/column.ts';
import type { ForeignKey } from '../../schema/constraint.ts';
import { showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { impossibleFor } from '../lower.ts';
import { isNullable } from './index-clause.ts';
import { holdsNull } from './name.ts';
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
function requireAlike(key: ForeignKey, table: Table | undefined, referred: Table | undefined): void {
  const name = key.references.table;
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

/** Messages 1761 and 1762: https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql */
function requireRoomForDeeds(key: ForeignKey, table: Table | undefined): void {
  const strict =
    table?.columns.filter((column) => key.columns.includes(column.name) && !holdsNull(table, column)) ?? [];
  const deeds = [key.onDelete, key.onUpdate].map((deed) => deed?.toLowerCase().trim());
  const told = (column: Column) => `${showName(table!.name)}.${column.name}`;
  const [first] = strict;
  if (first !== undefined && deeds.includes('set null')) {
    throw impossibleFor(
      `the foreign key ${key.name} would set ${told(first)} to NULL, and that column is NOT NULL`,
      'Let the column be nullable, or choose another action.',
    );
  }
  const bare = strict.find(({ default: given }) => given === undefined);
  if (bare !== undefined && deeds.includes('set default')) {
    throw impossibleFor(
      `the foreign key ${key.name} would set ${told(bare)} to its default, and that column is NOT NULL without one`,
      'Give the column a default, let it be nullable, or choose another action.',
    );
  }
}

/** A unique key over columns that hold NULL is an index that leaves NULL out, which no key can refer to (message 1776). */
function requireWholeKey({ name, references: { columns } }: ForeignKey, referred: Table | undefined): void {
  const over = (parts: readonly unknown[]) =>
    parts.length === columns.length && columns.every((column) => parts.includes(column));
  const keys = [...(referred?.constraints ?? []), ...(referred?.indexes ?? []).filter(({ unique }) => unique)].filter(
    (key) => 'columns' in key && !('references' in key) && over(key.columns),
  );
  const nullable = columns.find((column) => isNullable(referred, column));
  const isWhole = (key: object) => 'nullsNotDistinct' in key && key.nullsNotDistinct === true;
  if (keys.length === 0 || nullable === undefined || keys.some(isWhole)) return;
  throw impossibleFor(
    `the foreign key ${name} would refer to ${showName(referred!.name)}.${nullable}, whose unique key leaves NULL out, and SQL Server refers to none of those`,
    'Make the column NOT NULL, or say nullsNotDistinct: true of the unique key, so that it is a constraint.',
  );
}

/** Throws `impossible` for a key that the server would refuse. */
export function requireForeign(key: ForeignKey, table: Table | undefined, { before }: Server): void {
  const name = key.references.table;
  const referred = table !== undefined && showName(table.name) === showName(name) ? table : tableOf(before, name);
  requireAlike(key, table, referred);
  requireRoomForDeeds(key, table);
  requireWholeKey(key, referred);
}
