/** Constraints and indexes as PostgreSQL spells them. */

import { type Constraint, type Deferrable, type ExcludeConstraint, primaryKeyName } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Index, IndexPart } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import { refuseOnCockroach, requireFeature, type Server } from './server.ts';
import { storageClauses } from './storage.ts';
import { collationName, columnList, ifNotExists } from './words.ts';

const deferred: Readonly<Record<Deferrable, string>> = {
  'not deferrable': ' not deferrable',
  immediate: ' deferrable initially immediate',
  deferred: ' deferrable initially deferred',
};

/** CockroachDB has no word for what it always does. */
function deferrable(key: Constraint, { traits }: Server): string {
  if (traits.cockroach || !('deferrable' in key) || key.deferrable === undefined) return '';
  return deferred[key.deferrable];
}

const otherMethods = /^(?:clustered|nonclustered|columnstore|fulltext|spatial|bitmap)$/i;

function partText(part: IndexPart, server: Server): string {
  if (typeof part === 'string') return server.quote(part);
  const { column, expression, collation, opclass, order, nulls, length } = part;
  if (length !== undefined) {
    throw unsupported(
      `${server.title} has no index on the first characters of a column: ${column ?? ''} (${length})`,
      `index an expression such as left(${column ?? 'name'}, ${length})`,
    );
  }
  return [
    column === undefined ? `(${expression})` : server.quote(column),
    collation === undefined ? [] : `collate ${collationName(collation, server)}`,
    opclass ?? [],
    order === 'desc' ? 'desc' : [],
    nulls === undefined ? [] : `nulls ${nulls}`,
  ]
    .flat()
    .join(' ');
}

function excludeText({ method = 'gist', elements, where }: ExcludeConstraint, server: Server): string {
  const list = elements.map(({ part, operator }) => `${partText(part, server)} with ${operator}`).join(', ');
  return `exclude using ${method} (${list})${where === undefined ? '' : ` where (${where})`}`;
}

function carried(include: readonly string[] | undefined, server: Server): string {
  if (include === undefined) return '';
  return ` ${server.traits.cockroach ? 'storing' : 'include'} ${columnList(include, server)}`;
}

function bodyText(key: Constraint, server: Server): string {
  switch (key.kind) {
    case 'check':
      return `check (${key.expression})`;
    case 'exclude':
      return excludeText(key, server);
    case 'primary': {
      // a CockroachDB table is stored in its primary key, with all its columns: https://www.cockroachlabs.com/docs/stable/primary-key
      const include = server.traits.cockroach ? undefined : key.include;
      return `primary key ${columnList(key.columns, server)}${carried(include, server)}`;
    }
    case 'unique': {
      const nulls = key.nullsNotDistinct ? ' nulls not distinct' : '';
      return `unique${nulls} ${columnList(key.columns, server)}${carried(key.include, server)}`;
    }
    case 'foreign': {
      const { table, columns } = key.references;
      const match = key.match === undefined ? '' : ` match ${key.match}`;
      const update = key.onUpdate === undefined ? '' : ` on update ${key.onUpdate}`;
      const remove = key.onDelete === undefined ? '' : ` on delete ${key.onDelete}`;
      const target = `${quoteName(server, table)} ${columnList(columns, server)}`;
      return `foreign key ${columnList(key.columns, server)} references ${target}${match}${update}${remove}`;
    }
  }
}

/** `constraint "a" check (b > 0)`: everything but NOT VALID, which a new table has no rows for. */
export function constraintClause(key: Constraint, table: Name, server: Server): string {
  const name = key.kind === 'primary' ? primaryKeyName(key, table) : key.name;
  const named = name === undefined ? '' : `constraint ${server.quote(name)} `;
  return `${named}${bodyText(key, server)}${deferrable(key, server)}`;
}

/** Throws for what the engine, or its version, has not. */
export function refuseKey(key: Constraint, server: Server): void {
  const shown = key.name ?? `the ${key.kind} constraint`;
  if ('clustered' in key && key.clustered === true) {
    throw unsupported(
      `${server.title} keeps no table sorted by a key: ${shown} is clustered`,
      'leave clustered out; CLUSTER sorts the rows once',
    );
  }
  if (key.kind === 'exclude') {
    refuseOnCockroach(server, `has no exclusion constraints: ${shown}`, 'leave it out for CockroachDB');
  }
  if ('nullsNotDistinct' in key && key.nullsNotDistinct === true) {
    requireFeature(server, 'NULLS NOT DISTINCT', 'index coalesce(…) uniquely instead');
  }
  if ('include' in key) requireFeature(server, 'indexes that carry columns along', 'leave include out');
  if (key.kind === 'foreign' && /^partial$/i.test(key.match ?? '')) {
    throw unsupported(`${server.title} has MATCH FULL and MATCH SIMPLE only: ${shown}`, 'leave match out');
  }
}

const carrying = {
  gist: 'GiST indexes that carry columns along',
  spgist: 'SP-GiST indexes that carry columns along',
} as const;

/** https://www.postgresql.org/docs/current/sql-createindex.html, https://www.cockroachlabs.com/docs/stable/create-index */
export function refuseIndex(index: Index, table: Name, server: Server): void {
  const { name, method = 'btree', include, nullsNotDistinct, columns } = index;
  if (otherMethods.test(method)) {
    throw unsupported(
      `${server.title} has no ${method} indexes: ${name} on ${showName(table)}`,
      'leave using out, or name btree, hash, gist, spgist, gin or brin',
    );
  }
  if (/^(?:brin|spgist)$/i.test(method)) {
    refuseOnCockroach(server, `has no ${method} indexes: ${name} on ${showName(table)}`, 'leave using out');
  }
  if (nullsNotDistinct) requireFeature(server, 'NULLS NOT DISTINCT', 'index coalesce(…) uniquely instead');
  if (include !== undefined) {
    const kind = carrying[method.toLowerCase() as keyof typeof carrying] ?? 'indexes that carry columns along';
    requireFeature(server, kind, 'leave include out');
  }
  for (const part of columns) if (typeof part !== 'string') refusePart(part, index, server);
}

function refusePart(part: Exclude<IndexPart, string>, { name, method }: Index, server: Server): void {
  const inverted = /^(?:gin|gist|inverted)$/i.test(method ?? '');
  if (part.opclass !== undefined && !inverted) {
    refuseOnCockroach(server, `has operator classes in inverted indexes only: ${name}`, 'leave opclass out');
  }
  if (part.collation !== undefined) {
    refuseOnCockroach(server, `sorts an index by its column's own collation: ${name}`, 'leave collation out');
  }
  const usual = part.order === 'desc' ? 'last' : 'first';
  if (part.nulls !== undefined && part.nulls !== usual) {
    refuseOnCockroach(server, `has NULLs first in ascending order, last in descending: ${name}`, 'leave nulls out');
  }
}

export interface IndexManner {
  readonly concurrently?: boolean;
  readonly ifNotExists?: boolean;
}

export function indexText(index: Index, table: Name, manner: IndexManner, server: Server): string {
  refuseIndex(index, table, server);
  const { name, columns, unique, method, where, include, nullsNotDistinct, storage = {} } = index;
  const concurrently = manner.concurrently === true ? 'concurrently ' : '';
  const head = `create ${unique ? 'unique ' : ''}index ${concurrently}${ifNotExists(manner.ifNotExists)}${server.quote(name)}`;
  // a hash-sharded index names its method behind the columns: https://www.cockroachlabs.com/docs/stable/hash-sharded-indexes
  const sharded = server.traits.cockroach && (/^hash$/i.test(method ?? '') || 'bucket_count' in storage);
  const using = method === undefined || sharded ? '' : ` using ${method}`;
  const list = columns.map((part) => partText(part, server)).join(', ');
  return [
    `${head} on ${quoteName(server, table)}${using} (${list})${sharded ? ' using hash' : ''}${carried(include, server)}`,
    nullsNotDistinct ? 'nulls not distinct' : [],
    storageClauses(storage, server),
    where === undefined ? [] : `where ${where}`,
  ]
    .flat()
    .join(' ');
}

export function isKnexKey(key: Constraint): boolean {
  if (key.kind === 'exclude') return false;
  const { deferrable: given } = key as { readonly deferrable?: Deferrable };
  return (
    given !== 'not deferrable' &&
    !['include', 'clustered', 'madeFor', 'madeAs', 'nullsNotDistinct', 'match', 'notValid'].some((word) => word in key)
  );
}

export function isKnexIndex(index: Index, { traits }: Server): boolean {
  return (
    !(traits.cockroach && /^hash$/i.test(index.method ?? '')) &&
    index.columns.every((part) => typeof part === 'string') &&
    !['where', 'include', 'nullsNotDistinct', 'storage'].some((word) => word in index)
  );
}
