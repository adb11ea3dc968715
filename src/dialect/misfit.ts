/** Values that a column's new type would not hold: which, and whether they are lost or refused. */

import type { Check } from '../operation/check.ts';
import { holdsAll } from '../operation/types.ts';
import type { Column } from '../schema/column.ts';
import { showName } from '../schema/name.ts';
import type { Span, SpelledCheck } from './check-accent.ts';
import { kindOf } from './column-kind.ts';
import type { Dialect } from './dialect.ts';
import type { Room } from './room.ts';
import { sqlTypeOf } from './sql-type.ts';

export type Counting = Pick<Dialect, 'quote' | 'literal' | 'text' | 'checks'>;

type Misfits = Extract<Check, { counts: 'misfits' }>;

interface Misfit extends Pick<SpelledCheck, 'loss' | 'noun' | 'of' | 'mend'> {
  readonly where: string;
  readonly column: string;
}

interface Question extends Misfits {
  readonly dialect: Counting;
  /** The column, quoted. */
  readonly sql: string;
}

const numbers = new Set(['integer', 'decimal', 'float']);

export function misfitsOf(check: Misfits, dialect: Counting): readonly Misfit[] {
  const { from, to } = check;
  const question = { ...check, dialect, sql: dialect.quote(from.name) };
  if (dialect.checks.needsEmpty?.(from, to)) return [...filled(question), ...outside(question)];
  return [...(holdsAll(to, from) ? [] : lessened(question)), ...outside(question)];
}

function filled({ table, from, to, sql }: Question): readonly Misfit[] {
  return [
    {
      loss: false,
      noun: 'value',
      of: ` of ${showName(table)}.${from.name}, which becomes ${to.sqlType} only while it holds none`,
      where: `${sql} IS NOT NULL`,
      column: from.name,
      mend: 'Keep them in another column, set this one to NULL, run the script again, and put them back.',
    },
  ];
}

function lessened(question: Question): readonly Misfit[] {
  const { from, to, dialect } = question;
  if (dialect.checks.size === undefined) return changed(question);
  const [old, next] = [kindOf(from), kindOf(to)];
  if (old === 'text' && next === 'text') return tooLong(isNamedEnum(from) ? shown(question) : question);
  if (dialect.checks.changed !== undefined && next === 'text')
    return [...tooLong(shown(question)), ...changed(question)];
  if (numbers.has(old) && numbers.has(next)) return reckoned(question);
  if (old === 'timestamp' && next === 'date' && sqlTypeOf(to).name === 'date') return timed(question);
  return changed(question);
}

/** About the column as text. */
function shown(question: Question): Question {
  return { ...question, sql: question.dialect.checks.text(question.sql) };
}

function reckoned(question: Question): readonly Misfit[] {
  const { from, sql, dialect } = question;
  const number = { ...question, sql: dialect.checks.number?.(sql, from) ?? sql };
  return [...beyond(number), ...rounded(number), ...changed(question)];
}

/** A double has room for every number of so many digits. */
function isDoubleEnough({ from, to, dialect }: Question): boolean {
  if (!/^(?:double|float8)/.test(sqlTypeOf(to).name)) return false;
  const [span, scale] = [spanOf(from, dialect), scaleOf(from, dialect)];
  return span !== undefined && scale !== undefined && scale <= 15 && span.high < 10n ** BigInt(15 - scale);
}

function changed(question: Question): readonly Misfit[] {
  const { from, to, sql, dialect } = question;
  if (isDoubleEnough(question)) return [];
  const where = dialect.checks.changed?.(sql, from, to);
  if (where === undefined) return [];
  const of = ` of ${showName(question.table)}.${from.name} that ${to.sqlType} does not hold exactly`;
  const exactly = { loss: true, noun: 'value', of, column: from.name } as const;
  const span = spanOf(to, dialect);
  const unread = span === undefined ? undefined : dialect.checks.unread?.(sql, from, to, span);
  if (unread === undefined) return [{ ...exactly, where }];
  return [
    misfit(question, false, 'that are no', unread),
    { ...exactly, where: `CASE WHEN NOT ${unread} THEN ${where} END` },
  ];
}

function misfit({ table, from, to }: Question, loss: boolean, of: string, where: string): Misfit {
  return {
    loss,
    noun: 'value',
    of: ` of ${showName(table)}.${from.name} ${of} ${to.sqlType}`,
    where,
    column: from.name,
  };
}

function roomOf(column: Column, { checks }: Counting): Room | undefined {
  return checks.spelling.room?.(column);
}

function tooLong(question: Question): readonly Misfit[] {
  const { from, to, sql, dialect } = question;
  const [old, next] = [roomOf(from, dialect), roomOf(to, dialect)];
  const size = dialect.checks.size;
  if (size === undefined || next === undefined || !Number.isFinite(next.most)) return [];
  if (old !== undefined && old.unit === next.unit && old.most <= next.most) return [];
  const cuts = dialect.checks.cuts?.(from.sqlType, to.sqlType) === true;
  return [misfit(question, cuts, 'too long for', `${size(sql, next.unit)} > ${next.most}`)];
}

/** Of a type with a name of its own, which has no length. */
function isNamedEnum(column: Column): boolean {
  return valuesOf(column) !== undefined && !/char|text|clob|^enum/i.test(column.sqlType);
}

/** The values that an enum names, whether it is a type or a check. */
function valuesOf({ type: { name, args } }: Column): readonly string[] | undefined {
  return /^enum?$/i.test(name) && Array.isArray(args[0]) ? args[0].map(String) : undefined;
}

function outside(question: Question): readonly Misfit[] {
  const { from, to, sql, dialect } = question;
  const [old, next] = [valuesOf(from), valuesOf(to)];
  if (next === undefined || old?.every((value) => next.includes(value))) return [];
  const where = `${sql} IS NOT NULL AND ${dialect.checks.text(sql)} NOT IN (${next.map(dialect.text).join(', ')})`;
  const of = ` of ${showName(question.table)}.${from.name} that are not among ${next.join(', ')}`;
  return [{ loss: false, noun: 'value', of, where, column: from.name }];
}

/** Undefined: no known limit. */
function spanOf(column: Column, { checks: { spelling } }: Counting): Span | undefined {
  const type = sqlTypeOf(column);
  const word = type.name.replace(/\s.*$/s, '');
  const size = kindOf(column) === 'integer' ? spelling.integer(word, column) : undefined;
  if (size !== undefined) {
    const bits = BigInt(size.unsigned ? size.bits : size.bits - 1);
    return { low: size.unsigned ? 0n : -(1n << bits), high: (1n << bits) - 1n };
  }
  const digits = spelling.digits(type);
  if (digits === undefined) return undefined;
  const high = 10n ** BigInt(Math.max(digits.precision - digits.scale, 0)) - 1n;
  return { low: column.unsigned ? 0n : -high, high };
}

/** knex's words, each for more numbers than the one before, however the database spells them. */
const widening: readonly string[] = ['tinyint', 'smallint', 'mediumint', 'integer', 'bigint'];

function widens({ type: { name: narrow } }: Column, { type: { name: wide } }: Column): boolean {
  const [from, to] = [narrow, wide].map((word) => widening.indexOf(word.toLowerCase().replace('biginteger', 'bigint')));
  return from! >= 0 && from! <= to!;
}

function beyond(question: Question): readonly Misfit[] {
  const { from, to, sql, dialect } = question;
  if (from.unsigned === to.unsigned && widens(from, to)) return [];
  const [old, next] = [spanOf(from, dialect), spanOf(to, dialect)];
  if (next === undefined || (old !== undefined && old.low >= next.low && old.high <= next.high)) return [];
  const scale = scaleOf(to, dialect);
  const value = kindOf(from) === 'decimal' && scale !== undefined ? `ROUND(${sql}, ${scale})` : sql;
  // what lies between the last whole number and the next fits where there are digits after the point
  const where = `${value} <= ${next.low - 1n} OR ${value} >= ${next.high + 1n}`;
  return [misfit(question, false, 'out of range for', where)];
}

/** Digits after the point that the column keeps; undefined: as many as there are. */
function scaleOf(column: Column, { checks: { spelling } }: Counting): number | undefined {
  if (kindOf(column) === 'integer') return 0;
  return kindOf(column) === 'float' ? undefined : spelling.digits(sqlTypeOf(column))?.scale;
}

function rounded(question: Question): readonly Misfit[] {
  const { from, to, sql, dialect } = question;
  const [old, next] = [scaleOf(from, dialect), scaleOf(to, dialect)];
  if (next === undefined || (old !== undefined && old <= next) || kindOf(from) === 'float') return [];
  return [misfit(question, true, 'with more digits than', `${sql} <> ROUND(${sql}, ${next})`)];
}

function timed(question: Question): readonly Misfit[] {
  const { sql } = question;
  return [misfit(question, true, 'with a time of day, which is no', `${sql} <> CAST(${sql} AS date)`)];
}
