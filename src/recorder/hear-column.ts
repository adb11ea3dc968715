/** A knex column builder heard as a column. */

import { MigratorError } from '../errors.ts';
import type { Column, Default } from '../schema/column.ts';
import type { CheckConstraint, Constraint } from '../schema/constraint.ts';
import { wordsOf } from './column-words.ts';
import { type Ear, optional } from './hear-keys.ts';
import { heardType } from './heard-type.ts';
import { inline } from './inline.ts';
import { type ColumnCompiler, isRaw } from './knex-shapes.ts';
import { dotted } from './own-name.ts';
import { type OwnType, readOwnType } from './own-type.ts';

export interface HeardColumn {
  readonly column: Column;
  /** That come with it. */
  readonly constraints: readonly Constraint[];
  /** Those of them that its type says in the author's own words. */
  readonly ofType: readonly Constraint[];
  /** `increments()` makes the column the primary key by itself. */
  readonly primary: boolean;
}

function heardDefault(value: unknown, { dialect, remark }: Hears): Default | undefined {
  if (value === undefined || value === null) return undefined;
  if (isRaw(value)) return { kind: 'sql', sql: inline(value.toSQL(), dialect) };
  const asText = remark !== undefined && dialect.typedDefaults !== true;
  return { kind: 'value', value, ...(asText ? { asText } : {}) };
}

type Hears = Pick<Ear, 'dialect' | 'named' | 'remark' | 'name' | 'before' | 'client'>;

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

/** What a type in the author's own words says beside the type; a revision says by itself what knex has a word for. */
function besideType({ columnBuilder }: ColumnCompiler, column: string, hears: Hears): OwnType | undefined {
  const { _type, _args } = columnBuilder;
  if (_type !== 'specificType' || typeof _args[1] !== 'string') return undefined;
  const { name: table, before, dialect, remark, client } = hears;
  const own = readOwnType(_args[1], { table, column, before, dialect, version: client.version });
  const sentence = `the type of column ${column} says`;
  if (remark !== undefined) {
    if (own?.unread !== undefined)
      remark(`${sentence} ${own.unread}, of which only the database knows what it is there`);
    return own;
  }
  const [first] = own?.sayable ?? [];
  if (first === undefined) return own;
  throw new MigratorError('bad-argument', `${sentence} ${first.said}, which is no part of a type`, {
    hint: `Say it by itself: .${first.knex}.`,
  });
}

function requireName(name: string): string {
  if (!name.includes('.')) return name;
  throw dotted(name);
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
  const name = hears.named(requireName(compiler.getColumnName()));
  const { type, sqlType, unsigned } = heardType(compiler, hears.dialect);
  requireTypeName(compiler);
  const own = besideType(compiler, name, hears);
  const increments = builder._type.toLowerCase().includes('increments');
  const modifiers = builder._modifiers;
  const heard = heardDefault(modifiers.defaultTo?.[0], hears);
  const primary = increments && (builder._args[1] as { primaryKey?: boolean } | undefined)?.primaryKey !== false;
  const comment = modifiers.comment?.[0];
  const collation = modifiers.collate?.[0];
  const { identity, computed, onUpdate } = wordsOf(builder);
  const typed: Column = {
    name,
    type: own === undefined ? type : { name: type.name, args: [own.sqlType] },
    sqlType: own?.sqlType ?? sqlType,
    nullable: !increments && !primary && !identity,
    autoIncrement: increments,
    unsigned,
    ...own?.parts,
    ...optional('unread', own?.unread),
  };
  const column: Column = {
    ...typed,
    nullable: typed.nullable && modifiers.nullable?.[0] !== false,
    ...(heard === undefined ? {} : { default: heard }),
    ...(typeof comment === 'string' ? { comment } : {}),
    ...(typeof collation === 'string' ? { collation } : {}),
    ...(identity ? { identity } : {}),
    ...(computed ? { computed } : {}),
    ...(typeof onUpdate === 'string' ? { onUpdate } : {}),
  };
  const counts = own?.parts.autoIncrement === true;
  const ofType = own?.keys.filter(({ kind }) => kind !== 'primary' || !counts) ?? [];
  return { column, constraints: [...ofType, ...hearChecks(compiler)], ofType, primary: primary || counts };
}
