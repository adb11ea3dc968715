/** A knex column builder heard as a column. */

import { MigratorError } from '../errors.ts';
import type { CheckConstraint, Column, Default } from '../schema/table.ts';
import { wordsOf } from './column-words.ts';
import type { Ear } from './hear-keys.ts';
import { besideOwnType, heardType } from './heard-type.ts';
import { inline } from './inline.ts';
import { type ColumnCompiler, isRaw } from './knex-shapes.ts';

export interface HeardColumn {
  readonly column: Column;
  readonly checks: readonly CheckConstraint[];
  /** `increments()` makes the column the primary key by itself. */
  readonly primary: boolean;
}

function heardDefault(value: unknown, { dialect, remark }: Hears): Default | undefined {
  if (value === undefined || value === null) return undefined;
  if (isRaw(value)) return { kind: 'sql', sql: inline(value.toSQL(), dialect) };
  const asText = remark !== undefined && dialect.typedDefaults !== true;
  return { kind: 'value', value, ...(asText ? { asText } : {}) };
}

type Hears = Pick<Ear, 'dialect' | 'named' | 'remark'>;

const checkModifiers = [
  'checkPositive',
  'checkNegative',
  'checkIn',
  'checkNotIn',
  'checkBetween',
  'checkLength',
  'checkRegex',
];

function hearChecks(compiler: ColumnCompiler): readonly CheckConstraint[] {
  const modifiers = compiler.columnBuilder._modifiers;
  if (!Object.keys(modifiers).some((modifier) => modifier.startsWith('check'))) return [];
  const heard: CheckConstraint[] = [];
  compiler._check = (expression, name) => {
    heard.push({ kind: 'check', expression, ...(name === undefined ? {} : { name }) });
    return '';
  };
  for (const modifier of checkModifiers) {
    const args = modifiers[modifier];
    const check = compiler[modifier];
    if (args === undefined || typeof check !== 'function') continue;
    const before = heard.length;
    const written: unknown = check.apply(compiler, args);
    // Oracle's compiler writes this one by itself; for enums and booleans it is a part of the type
    const [, expression] = /^check \((.*)\)$/s.exec(String(written)) ?? [];
    const ofType = /^(?:enum?|bool(?:ean)?)$/i.test(compiler.columnBuilder._type);
    if (heard.length === before && expression !== undefined && !ofType) heard.push({ kind: 'check', expression });
  }
  return heard;
}

function requireTypeAlone(compiler: ColumnCompiler, { remark }: Hears): void {
  const [said, knex] = besideOwnType(compiler) ?? [];
  if (said === undefined) return;
  const sentence = `the type of column ${compiler.getColumnName()} says ${said}, which is no part of a type`;
  if (remark === undefined) throw new MigratorError('bad-argument', sentence, { hint: `Say it by itself: .${knex}.` });
  remark(`${sentence}: where the column is written anew, it is lost`);
}

/** knex takes what stands before a dot for a table. */
function requireName(name: string): string {
  if (!name.includes('.')) return name;
  throw new MigratorError('bad-name', `the name of a column has a dot: ${JSON.stringify(name)}`, {
    hint: 'Choose another name.',
  });
}

/** knex puts quotes around the name of a type, and doubles none inside it. */
function requireTypeName({ columnBuilder: { _args } }: ColumnCompiler): void {
  const { enumName, schemaName } = (_args[2] ?? {}) as Readonly<Record<string, unknown>>;
  const odd = [enumName, schemaName].find((name) => typeof name === 'string' && name.includes('"'));
  if (odd === undefined) return;
  throw new MigratorError('bad-name', `the name of a type has a quote: ${JSON.stringify(odd)}`, {
    hint: 'Choose another name.',
  });
}

export function hearColumn(compiler: ColumnCompiler, hears: Hears): HeardColumn {
  const { columnBuilder: builder } = compiler;
  const { type, sqlType, unsigned } = heardType(compiler, hears.dialect);
  requireTypeAlone(compiler, hears);
  requireTypeName(compiler);
  const increments = builder._type.toLowerCase().includes('increments');
  const modifiers = builder._modifiers;
  const heard = heardDefault(modifiers.defaultTo?.[0], hears);
  const primary = increments && (builder._args[1] as { primaryKey?: boolean } | undefined)?.primaryKey !== false;
  const comment = modifiers.comment?.[0];
  const collation = modifiers.collate?.[0];
  const checks = hearChecks(compiler);
  const { identity, computed, onUpdate } = wordsOf(builder);
  const column: Column = {
    name: hears.named(requireName(compiler.getColumnName())),
    type,
    sqlType,
    nullable: !increments && !primary && !identity && modifiers.nullable?.[0] !== false,
    autoIncrement: increments,
    unsigned,
    ...(heard === undefined ? {} : { default: heard }),
    ...(typeof comment === 'string' ? { comment } : {}),
    ...(typeof collation === 'string' ? { collation } : {}),
    ...(identity ? { identity } : {}),
    ...(computed ? { computed } : {}),
    ...(typeof onUpdate === 'string' ? { onUpdate } : {}),
  };
  return { column, checks, primary };
}
