/** Small pieces of PostgreSQL's grammar that many statements share. */

import { type Counting, firstNumber } from '../../schema/counting.ts';
import type { Name } from '../../schema/name.ts';
import { type Dialect, quoteName } from '../dialect.ts';
import { schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import type { Server } from './server.ts';

type Quoting = Pick<Dialect, 'quote'>;

export function ifExists(said: boolean | undefined): string {
  return said === true ? 'if exists ' : '';
}

export function ifNotExists(said: boolean | undefined): string {
  return said === true ? 'if not exists ' : '';
}

/** `("a", "b")` */
export function columnList(columns: readonly string[], { quote }: Quoting): string {
  return `(${columns.map(quote).join(', ')})`;
}

/** An index, a type or a trigger function lives in the schema of its table. */
export function beside(table: Name, name: string): Name {
  return table.schema === undefined ? { name } : { schema: table.schema, name };
}

/** Index names are a table's own in CockroachDB: https://www.cockroachlabs.com/docs/stable/drop-index */
export function indexName(table: Name, index: string, server: Server): string {
  if (server.traits.cockroach) return `${quoteName(server, table)}@${server.quote(index)}`;
  return quoteName(server, beside(table, index));
}

export function alterTable(table: Name, action: string, accent: Quoting): Statement {
  return schemaStatement(`alter table ${quoteName(accent, table)} ${action}`);
}

/** `increment by 5`, `start with 1000` … */
export function countingWords(counting: Counting): readonly string[] {
  const { start, increment, minValue, maxValue, cache, cycle } = counting;
  return [
    increment === undefined ? [] : [`increment by ${increment}`],
    minValue === undefined ? [] : [`minvalue ${minValue}`],
    maxValue === undefined ? [] : [`maxvalue ${maxValue}`],
    start === undefined ? [] : [`start with ${start}`],
    cache === undefined ? [] : [`cache ${cache}`],
    cycle === undefined ? [] : [cycle ? 'cycle' : 'no cycle'],
  ].flat();
}

/** What a sequence does when nothing is said. */
export function usualWord(word: keyof Counting, counting: Counting): string {
  const usual: Readonly<Record<keyof Counting, string>> = {
    increment: 'increment by 1',
    minValue: 'no minvalue',
    maxValue: 'no maxvalue',
    start: `start with ${firstNumber(counting)}`,
    cache: 'cache 1',
    cycle: 'no cycle',
  };
  return usual[word];
}

/** `de-x-icu` or `pg_catalog.C`, quoted. */
export function collationName(collation: string, { quote }: Quoting): string {
  if (collation.startsWith('"')) return collation;
  return collation.split('.').map(quote).join('.');
}

export function commentText(comment: string | null, { text }: Pick<Dialect, 'text'>): string {
  return comment === null || comment === '' ? 'null' : text(comment);
}

/** A body that may hold semicolons of its own. */
export function block(sql: string): Statement {
  return { sql: sql.replace(/[\s;]+$/, ''), transactional: true, sort: 'block' };
}

/** The words for a number with a sequence are no types: https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
export function plainNumber(sqlType: string): string {
  const [, size] = /^(small|big)?serial$/i.exec(sqlType) ?? [];
  return /serial$/i.test(sqlType) ? (size === undefined ? 'integer' : `${size}int`) : sqlType;
}
