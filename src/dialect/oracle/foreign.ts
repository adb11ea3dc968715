/** What Oracle asks of a foreign key: of what it does, of its two ends, and of the key that it refers to. */

import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { impossibleFor, unsupported } from '../lower.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/constraint.html, references_clause */
function requireDeeds({ name, columns, onUpdate, onDelete, match }: ForeignKey, table: Table | undefined): void {
  if (onUpdate !== undefined && !isNoAction(onUpdate)) {
    throw unsupported(`Oracle has no ON UPDATE: foreign key ${name}`, 'leave onUpdate out, or write a trigger');
  }
  if (onDelete !== undefined && !isNoAction(onDelete) && !/^(cascade|set null)$/i.test(onDelete)) {
    throw unsupported(
      `Oracle has no ON DELETE ${onDelete}: foreign key ${name}`,
      'use CASCADE or SET NULL; without onDelete Oracle refuses to delete what is referred to',
    );
  }
  // https://docs.oracle.com/en/error-help/db/ora-54036/
  const computed = table?.columns.find((column) => column.computed !== undefined && columns.includes(column.name));
  if (computed !== undefined && /^set null$/i.test(onDelete ?? '')) {
    throw unsupported(
      `Oracle sets no computed column to NULL (ON DELETE SET NULL): ${computed.name} in foreign key ${name}`,
      'use CASCADE, or leave onDelete out',
    );
  }
  if (match !== undefined && !/^simple$/i.test(match)) {
    throw unsupported(
      `Oracle has no MATCH ${match}: it lets a key through as soon as one column of it is NULL (foreign key ${name})`,
      'leave match out, and add a check that the columns are NULL together',
    );
  }
}

/** What Oracle does where nothing is said. */
export function isNoAction(deed: string): boolean {
  return /^no action$/i.test(deed);
}

const families: readonly (readonly [RegExp, string])[] = [
  [/^(?:number|numeric|decimal|dec|integer|int|smallint|float|real|double precision)\b/, 'number'],
  [/^(?:nvarchar2|national\s+char(?:acter)?\s+varying|nchar\s+varying)\b/, 'nvarchar2'],
  [/^(?:nchar|national\s+char(?:acter)?)\b/, 'nchar'],
  [/^(?:varchar2?|char(?:acter)?\s+varying)\b/, 'varchar2'],
  [/^char(?:acter)?\b/, 'char'],
  [/^raw\b/, 'raw'],
  [/^date\b/, 'date'],
  [/^timestamp\b.*\bwith\s+local\s+time\s+zone\b/, 'timestamp with local time zone'],
  [/^timestamp\b.*\bwith\s+time\s+zone\b/, 'timestamp with time zone'],
  [/^timestamp\b/, 'timestamp'],
];

/** The type without its length, under one of its names; undefined for types that are left to the server. */
function familyOf(sqlType: string | undefined): string | undefined {
  const type = sqlType?.trim().toLowerCase() ?? '';
  return families.find(([shape]) => shape.test(type))?.[1];
}

/** Lengths may differ, types may not: https://docs.oracle.com/en/error-help/db/ora-02267/ */
function requireAlike(key: ForeignKey, table: Table | undefined, referred: Table | undefined): void {
  key.columns.forEach((column, at) => {
    const own = table?.columns.find(({ name }) => name === column);
    const other = referred?.columns.find(({ name }) => name === key.references.columns[at]);
    const [from, to] = [familyOf(own?.sqlType), familyOf(other?.sqlType)];
    if (own === undefined || other === undefined || from === undefined || to === undefined || from === to) return;
    throw impossibleFor(
      `the foreign key ${key.name} would tie ${column} (${own.sqlType}) to ${showName(key.references.table)}.${other.name} (${other.sqlType}), and Oracle wants ${from === 'char' || to === 'char' ? 'CHAR on both sides, or on none' : 'one type for both'}`,
      `Give ${column} the type of ${other.name}; in a column with rows only its length can change, so another type needs another column.`,
    );
  });
}

function isOver(columns: readonly unknown[], wanted: readonly string[]): boolean {
  return columns.length === wanted.length && wanted.every((column) => columns.includes(column));
}

function isKeyOver(key: Constraint, columns: readonly string[]): boolean {
  return (key.kind === 'primary' || key.kind === 'unique') && isOver(key.columns, columns);
}

/** A unique index alone is no key: https://docs.oracle.com/en/error-help/db/ora-02270/ */
function requireKey({ name, references }: ForeignKey, referred: Table | undefined): void {
  if (referred === undefined || referred.constraints.some((key) => isKeyOver(key, references.columns))) return;
  const index = referred.indexes.find(({ unique, columns }) => unique && isOver(columns, references.columns));
  if (index === undefined) return;
  const shown = `${showName(references.table)} (${references.columns.join(', ')})`;
  throw impossibleFor(
    `the foreign key ${name} would refer to ${shown}, which only the unique index ${index.name} covers, and Oracle wants a primary key or a unique constraint there`,
    'Add a unique constraint over these columns first, which takes the index for its own: t.unique(…).',
  );
}

/** Throws for a key that the server would refuse; `table` is the one that it stands on. */
export function requireForeign(key: ForeignKey, table: Table | undefined, before: Schema): void {
  requireDeeds(key, table);
  const name = key.references.table;
  const referred = table !== undefined && showName(table.name) === showName(name) ? table : tableOf(before, name);
  requireAlike(key, table, referred);
  // raw SQL may have made the constraint
  if (before.unread.length === 0) requireKey(key, referred);
}
