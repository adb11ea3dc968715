/** What MySQL and MariaDB ask of the two ends of a foreign key. */

import { impossible } from '../../operation/verb.ts';
import type { Column } from '../../schema/column.ts';
import type { ForeignKey } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { unsupported } from '../lower.ts';
import { typeOf } from './definition.ts';
import { refusePartitions } from './partition-key.ts';
import type { Server } from './server.ts';

const integers: Readonly<Record<string, string>> = {
  bool: 'tinyint',
  boolean: 'tinyint',
  tinyint: 'tinyint',
  smallint: 'smallint',
  mediumint: 'mediumint',
  int: 'int',
  integer: 'int',
  bigint: 'bigint',
};

const families: Readonly<Record<string, string>> = {
  char: 'text',
  varchar: 'text',
  binary: 'bytes',
  varbinary: 'bytes',
  date: 'date',
  datetime: 'datetime',
  timestamp: 'timestamp',
  float: 'float',
  double: 'double',
  decimal: 'decimal',
  numeric: 'decimal',
};

/** What must be the same at both ends; undefined for types that nothing is said of. */
function comparable(column: Column): string | undefined {
  const type = typeOf(column).toLowerCase();
  const [word = ''] = /^\w+/.exec(type) ?? [];
  const integer = integers[word];
  if (integer !== undefined) return /\bunsigned\b/.test(type) ? `${integer} unsigned` : integer;
  return families[word];
}

/** Size and sign of numbers must be the same, and collations of text: https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html#foreign-key-restrictions */
function unlike(own: Column, other: Column): boolean {
  const [a, b] = [comparable(own), comparable(other)];
  if (a === undefined || b === undefined) return false;
  const { collation: one = other.collation, name: _ } = own;
  return a !== b || (a === 'text' && one !== (other.collation ?? one));
}

function shown({ name }: Table, column: Column): string {
  const collation = column.collation === undefined ? '' : ` collate ${column.collation}`;
  return `${showName(name)}.${column.name} is ${typeOf(column)}${collation}`;
}

/** Throws `impossible` for a key that the engine would refuse. */
export function requireLikeTypes(table: Table, key: ForeignKey, schema: Schema, title: string): void {
  const self = showName(key.references.table) === showName(table.name);
  const other = self ? table : tableOf(schema, key.references.table);
  const columnsOf = (of: Table | undefined, name: string | undefined) =>
    of?.columns.find((column) => column.name === name);
  for (const [at, name] of key.columns.entries()) {
    const [own, far] = [columnsOf(table, name), columnsOf(other, key.references.columns[at])];
    if (own === undefined || far === undefined || other === undefined || !unlike(own, far)) continue;
    throw impossible(
      `${title} wants the same type, size, sign and collation at both ends of foreign key ${key.name}: ${shown(table, own)}, and ${shown(other, far)}`,
      'Give one of the columns the type of the other first.',
    );
  }
  const strict = key.columns.find((name) => columnsOf(table, name)?.nullable === false);
  if (strict === undefined || !/^set null$/i.test(key.onDelete ?? '')) return;
  throw impossible(
    `foreign key ${key.name} would set ${showName(table.name)}.${strict} to NULL, and that column is NOT NULL`,
    'Let the column be nullable, or choose another action.',
  );
}

/** What a new key is asked. */
export function requireForeign(table: Table, key: ForeignKey, server: Server): void {
  refusePartitions(key, table, server);
  requireLikeTypes(table, key, server.before, server.title);
}

/** https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html: MATCH makes the actions be ignored. */
export function refuseForeignParts(key: ForeignKey, { title }: Server): void {
  if (key.match !== undefined && !/^simple$/i.test(key.match)) {
    throw unsupported(
      `${title} reads MATCH ${key.match} and then forgets the actions of the key: ${key.name}`,
      'leave match out',
    );
  }
  if (key.notValid === true) throw notValidated(title, key.name);
  for (const action of [key.onDelete, key.onUpdate]) {
    if (!/^set default$/i.test(action ?? '')) continue;
    throw unsupported(`InnoDB refuses SET DEFAULT as the action of a foreign key: ${key.name}`, 'use SET NULL');
  }
}

export function notValidated(title: string, name: string): Error {
  return unsupported(
    `${title} looks at every row when it adds a constraint: ${name} cannot be left for later`,
    'leave notValid out',
  );
}

/** The foreign keys of a table that have the column at this end. */
export function keysOver(table: Table | undefined, column: string): readonly ForeignKey[] {
  return (table?.constraints ?? []).filter(
    (key): key is ForeignKey => key.kind === 'foreign' && key.columns.includes(column),
  );
}

/** The foreign keys of a table that have the column of `name` at their far end. */
export function keysTo(table: Table, name: Name, column: string): readonly ForeignKey[] {
  return table.constraints.filter(
    (key): key is ForeignKey =>
      key.kind === 'foreign' &&
      showName(key.references.table) === showName(name) &&
      key.references.columns.includes(column),
  );
}
