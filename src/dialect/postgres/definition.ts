/** One column as CREATE TABLE and ADD COLUMN spell it. */

import type { Column, Computed, Identity } from '../../schema/column.ts';
import type { Counting } from '../../schema/counting.ts';
import type { Name } from '../../schema/name.ts';
import { quoteName } from '../dialect.ts';
import { defaultText, unsupported } from '../lower.ts';
import { keptSequence, listCheckName } from './made-as.ts';
import { type Accent, refuseOnCockroach, requireFeature, type Server } from './server.ts';
import { collationName, countingWords } from './words.ts';

interface EnumOptions {
  readonly useNative?: boolean;
  readonly existingType?: boolean;
}

export interface AskedEnum {
  readonly values: readonly string[];
  /** A type with a name of its own; otherwise text and a check. */
  readonly native: boolean;
  /** The column makes that type. */
  readonly makes: boolean;
}

/** The values of a column that asked knex for an enum. */
export function askedEnum({ type }: Pick<Column, 'type'>): AskedEnum | undefined {
  if (type.name.toLowerCase() !== 'enu') return undefined;
  const [values, given] = type.args;
  const { useNative = false, existingType = false } = (given ?? {}) as EnumOptions;
  const list = Array.isArray(values) ? values.map(String) : [];
  return { values: list, native: useNative, makes: useNative && !existingType };
}

export function enumCheck(column: string, { values }: AskedEnum, { quote, text }: Accent): string {
  return `check (${quote(column)} in (${values.map(text).join(', ')}))`;
}

/** https://www.cockroachlabs.com/docs/stable/create-sequence: every sequence there is NO CYCLE. */
export function refuseCycle({ cycle }: Counting, shown: string, server: Server): void {
  if (cycle !== true) return;
  refuseOnCockroach(server, `has no sequences that begin again: ${shown}`, 'leave cycle out');
}

/** `sequence`: its name, where the engine would give it another: https://www.postgresql.org/docs/current/sql-altertable.html */
export function identityClause(
  { always, ...counting }: Identity,
  column: string,
  server: Server,
  sequence?: Name,
): string {
  refuseCycle(counting, column, server);
  const named = sequence === undefined ? [] : [`sequence name ${quoteName(server, sequence)}`];
  const words = [...named, ...countingWords(counting)];
  const how = always ? 'always' : 'by default';
  return `generated ${how} as identity${words.length === 0 ? '' : ` (${words.join(' ')})`}`;
}

/** https://www.postgresql.org/docs/current/ddl-generated-columns.html */
export function computedClause({ expression, persisted }: Computed, server: Server): string {
  const feature = persisted ? 'computed columns that are stored' : 'computed columns that are not stored';
  requireFeature(server, feature, 'make it a view');
  return `generated always as (${expression}) ${persisted ? 'stored' : 'virtual'}`;
}

/** Of all engines here only MySQL and its relatives, and CockroachDB, have it. */
export function refuseOnUpdate(name: string, onUpdate: string | null | undefined, server: Server): void {
  if (onUpdate === undefined || onUpdate === null || server.traits.cockroach) return;
  throw unsupported(
    `${server.title} changes no column by itself when its row changes: ${name} on update ${onUpdate}`,
    'write a trigger with op.createTrigger(…)',
  );
}

function keptName({ madeAs }: Column, server: Server): readonly string[] {
  const name = madeAs === undefined ? undefined : listCheckName(madeAs, server);
  return name === undefined ? [] : [`constraint ${server.quote(name)}`];
}

export function definition(column: Column, table: Name, server: Server): string {
  const { name, sqlType, collation, identity, computed, onUpdate } = column;
  refuseOnUpdate(name, onUpdate, server);
  const check = askedEnum(column);
  return [
    [server.quote(name), sqlType],
    collation === undefined ? [] : [`collate ${collationName(collation, server)}`],
    column.nullable ? [] : ['not null'],
    identity === undefined ? [] : [identityClause(identity, name, server, keptSequence(column, table, server))],
    computed === undefined ? [] : [computedClause(computed, server)],
    column.default === undefined ? [] : [`default ${defaultText(column.default, column, server.literal)}`],
    onUpdate === undefined ? [] : [`on update ${onUpdate}`],
    check === undefined || check.native ? [] : [keptName(column, server), enumCheck(name, check, server)].flat(),
  ]
    .flat()
    .join(' ');
}

/** Whether knex writes the column whole. It forgets collations, and has no names for what comes with a column. */
export function isKnexColumn(column: Column): boolean {
  const { identity, computed, onUpdate, collation, madeAs } = column;
  return [identity, computed, onUpdate, collation, madeAs].every((part) => part === undefined);
}
