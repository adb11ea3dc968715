/** A column of CockroachDB gets another type: what the engine does in place, and what it does by writing the values anew. */

import { keysTo } from '../../operation/dependents.ts';
import type { Of } from '../../operation/operation.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { speaksOf } from '../../schema/expression.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import { columnNames, type Index } from '../../schema/table-index.ts';
import { schemaStatement, step, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { isAtLeast } from '../version.ts';
import type { Server } from './server.ts';

const integers: Readonly<Record<string, number>> = {
  smallint: 16,
  int2: 16,
  int4: 32,
  int: 64,
  integer: 64,
  int8: 64,
  bigint: 64,
  int64: 64,
};

interface Shape {
  readonly family: string;
  /** How much each part of it holds; all parts grow, or nothing is done in place. */
  readonly holds: readonly number[];
}

function shapeOf(sqlType: string): Shape | undefined {
  const [, word = '', first, second] =
    /^([a-z0-9 ]+?)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?$/i.exec(sqlType.trim()) ?? [];
  const name = word.toLowerCase();
  const bits = integers[name];
  if (bits !== undefined) return { family: 'integer', holds: [bits] };
  if (/^(?:varchar|character varying|string|text)$/.test(name)) {
    return { family: 'string', holds: [first === undefined ? Number.POSITIVE_INFINITY : Number(first)] };
  }
  if (!/^(?:decimal|dec|numeric)$/.test(name) || first === undefined) return undefined;
  const scale = Number(second ?? 0);
  return { family: 'decimal', holds: [scale, Number(first) - scale] };
}

/** Whether every value stays as it lies: wider text, wider integers, more digits on both sides of the point. */
export function widens(from: string, to: string): boolean {
  const [old, next] = [shapeOf(from), shapeOf(to)];
  if (old === undefined || next === undefined || old.family !== next.family) return false;
  return old.holds.every((size, at) => size <= (next.holds[at] ?? 0));
}

function keyHolds(key: Constraint, column: string): boolean {
  if (key.kind === 'check') return speaksOf(key.expression, column);
  return key.kind !== 'exclude' && key.columns.includes(column);
}

function indexHolds({ columns, include = [], where }: Index, column: string): boolean {
  const texts = columns.flatMap((part) => (typeof part === 'string' ? [] : (part.expression ?? [])));
  return (
    [...columnNames(columns), ...include].includes(column) ||
    [...texts, ...(where === undefined ? [] : [where])].some((text) => speaksOf(text, column))
  );
}

function holderOf(table: Name, column: string, { before }: Server): string | undefined {
  const { constraints = [], indexes = [] } = tableOf(before, table) ?? {};
  const key = constraints.find((one) => keyHolds(one, column));
  if (key !== undefined) return key.name ?? `the ${key.kind} constraint`;
  const referring = keysTo(before, table).find((one) => one.key.references.columns.includes(column));
  return indexes.find((index) => indexHolds(index, column))?.name ?? referring?.key.name;
}

/** https://www.cockroachlabs.com/docs/v24.1/alter-table#limitations-on-altering-data-types */
function refuseHeld({ table, column }: Of<'alterColumn'>, server: Server): void {
  const holder = holderOf(table, column, server);
  if (holder === undefined) return;
  throw unsupported(
    `CockroachDB writes no values of ${showName(table)}.${column} anew while ${holder} holds the column`,
    'drop it first and make it again after; or add a column, copy the values, drop the old one and rename',
  );
}

/** Since 25.1 a default may stay, and no setting is asked for: https://www.cockroachlabs.com/docs/releases/v25.1 */
export function keepsDefault({ version }: Server): boolean {
  return isAtLeast(version, '25.1');
}

/** Values written anew are no part of a transaction. */
export function rewritten(operation: Of<'alterColumn'>, statement: Statement, server: Server): readonly Statement[] {
  refuseHeld(operation, server);
  const setting = step(
    'allow what changes every value',
    schemaStatement('SET enable_experimental_alter_column_type_general = true', false),
  );
  return [...(keepsDefault(server) ? [] : [setting]), { ...statement, transactional: false }];
}
