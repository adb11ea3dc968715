/** Keys and indexes as CREATE TABLE and ALTER TABLE say them. */

import type { Constraint } from '../../schema/constraint.ts';
import type { Index, IndexPart, Storage } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { refusePartial, unsupported } from '../lower.ts';
import { columnList } from './beside.ts';
import { notValidated, refuseForeignParts } from './foreign.ts';
import { requireFeature, type Server } from './server.ts';

/** Without ADD. */
export function constraintClause(key: Constraint, server: Server): string {
  refuseParts(key, server);
  const named = key.name === undefined ? '' : `constraint ${server.quote(key.name)} `;
  switch (key.kind) {
    case 'primary':
      return `${named}primary key ${columnList(key.columns, server)}`;
    case 'unique':
      return `unique ${server.quote(key.name)} ${columnList(key.columns, server)}`;
    case 'check':
      return `${named}check (${key.expression})`;
    case 'exclude':
      throw noExclusion(key.name, server);
    case 'foreign': {
      const target = `${quoteName(server, key.references.table)} ${columnList(key.references.columns, server)}`;
      const update = key.onUpdate === undefined ? '' : ` on update ${key.onUpdate}`;
      const remove = key.onDelete === undefined ? '' : ` on delete ${key.onDelete}`;
      return `${named}foreign key ${columnList(key.columns, server)} references ${target}${update}${remove}`;
    }
  }
}

function noExclusion(name: string, { title }: Server): Error {
  return unsupported(`${title} has no exclusion constraints: ${name}`, 'refuse such rows with a trigger');
}

/** What no constraint of these engines has; they check each row as it is written. */
export function refuseParts(key: Constraint, server: Server): void {
  const { title } = server;
  const shown = key.name ?? `the ${key.kind} key`;
  if (key.kind === 'exclude') throw noExclusion(key.name, server);
  if (key.kind === 'check') {
    requireFeature(server, 'checks', 'refuse such rows with a trigger');
    if (key.notValid === true) throw notValidated(title, shown);
    return;
  }
  if (key.deferrable !== undefined && key.deferrable !== 'not deferrable') {
    throw unsupported(`${title} has no deferrable constraints: ${shown}`, 'leave deferrable out');
  }
  if (key.kind === 'foreign') refuseForeignParts(key, server);
  else refuseKeyParts(key, shown, server);
}

type Unique = Extract<Constraint, { kind: 'primary' | 'unique' }>;

/** https://dev.mysql.com/doc/refman/8.0/en/innodb-index-types.html */
function refuseKeyParts(key: Unique, shown: string, { title }: Server): void {
  if (key.include !== undefined) {
    throw unsupported(
      `${title} has no columns that an index only carries along: ${shown}`,
      'leave include out; an index of its own may have the columns at its end',
    );
  }
  if ((key.kind === 'primary' && key.clustered === false) || (key.kind === 'unique' && key.clustered === true)) {
    throw unsupported(`InnoDB sorts a table by its primary key and by nothing else: ${shown}`, 'leave clustered out');
  }
  if (key.kind === 'unique' && key.nullsNotDistinct === true) throw twoNulls(title, shown);
}

function twoNulls(title: string, shown: string): Error {
  return unsupported(
    `${title} lets any number of rows have NULL in a unique index: ${shown}`,
    'let the columns be NOT NULL, or leave nullsNotDistinct out',
  );
}

/** Without ADD: `unique index if not exists "i" using btree ("a", "b" desc) comment 'x'`. */
export function indexClause(index: Index, server: Server, ifNotExists = ''): string {
  refuseIndexParts(index, server);
  const { method = '' } = index;
  const special = /^(?:fulltext|spatial)$/i.test(method);
  const sort = special ? `${method.toLowerCase()} ` : index.unique ? 'unique ' : '';
  const using = method === '' || special ? '' : ` using ${method}`;
  const parts = index.columns.map((part) => partOf(part, index, server)).join(', ');
  return `${sort}index ${ifNotExists}${server.quote(index.name)}${using} (${parts})${storageOf(index.storage, server)}`;
}

function refuseIndexParts(index: Index, { title }: Server): void {
  refusePartial(title, index);
  if (index.include !== undefined) {
    throw unsupported(
      `${title} has no columns that an index only carries along: ${index.name}`,
      'put the columns at the end of the index',
    );
  }
  if (index.nullsNotDistinct === true) throw twoNulls(title, index.name);
}

function partOf(part: IndexPart, index: Index, server: Server): string {
  if (typeof part === 'string') return server.quote(part);
  const { title } = server;
  for (const word of ['collation', 'opclass'] as const) {
    if (part[word] === undefined) continue;
    throw unsupported(`${title} has no ${word} of its own in an index: ${index.name}`, 'leave it out');
  }
  const descending = part.order === 'desc';
  if (part.nulls !== undefined && part.nulls !== (descending ? 'last' : 'first')) {
    throw unsupported(`${title} sorts NULL before every value: ${index.name}`, 'leave nulls out');
  }
  if (descending) requireFeature(server, 'descending indexes', 'leave the order out');
  if (part.expression !== undefined) {
    requireFeature(server, 'expressions in indexes', 'index a computed column that holds the expression');
  }
  const what = part.expression === undefined ? server.quote(part.column ?? '') : `(${part.expression})`;
  return `${what}${part.length === undefined ? '' : `(${part.length})`}${descending ? ' desc' : ''}`;
}

/** https://dev.mysql.com/doc/refman/8.0/en/create-index.html#create-index-options */
function storageOf(storage: Storage = {}, { text }: Server): string {
  return Object.entries(storage)
    .map(([option, value]) => {
      if (/^parser$/i.test(option)) return ` with parser ${value}`;
      if (/^comment$/i.test(option)) return ` comment ${text(String(value))}`;
      if (typeof value === 'boolean') return value ? ` ${option}` : '';
      return ` ${option} = ${value}`;
    })
    .join('');
}

/** Whether knex would say the index as it is meant. */
export function isPlainIndex(index: Index): boolean {
  if (index.storage !== undefined || index.method !== undefined) return false;
  return index.columns.every((part) => typeof part === 'string');
}
