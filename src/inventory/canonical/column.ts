/** Columns in one spelling. */

import type { Dialect } from '../../dialect/dialect.ts';
import { defaultText } from '../../dialect/lower.ts';
import type { Column, Default } from '../../schema/column.ts';
import type { CheckConstraint } from '../../schema/constraint.ts';
import { type Counting, firstNumber } from '../../schema/counting.ts';
import { present } from '../facts.ts';
import type { Usual } from '../inventory.ts';
import { type Expression, print, signOf, textOf } from '../sql/expression.ts';
import { settle } from '../sql/settle.ts';
import type { Accent } from './accent.ts';
import { plainExpression, plainTokens, type Reading, treeOf } from './expression.ts';
import { typed } from './value.ts';

/** `'two' || char(10) || 'lines'` as the text that it makes. */
function joined(tree: Expression): Expression {
  const items = tree.kind === 'sign' && tree.sign === '||' ? tree.items : [tree];
  const parts = items.map((item) => {
    if (item.kind === 'text') return item.value;
    const codes = item.kind === 'call' && item.name === 'char' ? item.items : [];
    const points = codes.map((code) => (code.kind === 'number' ? Number(code.value) : Number.NaN));
    return points.length > 0 && points.every(Number.isInteger) ? String.fromCodePoint(...points) : undefined;
  });
  return parts.includes(undefined) ? tree : textOf(parts.join(''));
}

function plainDefault(
  given: Default,
  column: Column,
  type: string,
  reading: Reading,
  literal: Dialect['literal'],
): Default | undefined {
  const family = reading.accent.family(type);
  if (given.kind === 'value' && typeof given.value === 'string' && family === 'text')
    return { kind: 'sql', sql: print(typed(textOf(given.value), type, reading.accent)) };
  const sql = defaultText(given, column, literal);
  const tree = treeOf(sql, reading);
  if (tree === undefined) return { kind: 'sql', sql: plainTokens(sql, reading) };
  if (tree.kind === 'word' && tree.value === 'null') return undefined;
  return { kind: 'sql', sql: print(typed(family === 'text' ? joined(tree) : tree, type, reading.accent)) };
}

const limits: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ['-32768', '32767'],
  integer: ['-2147483648', '2147483647'],
};

/** How a sequence counts, without what is usual for its type. */
export function plainCounting(counting: Counting, type: string, { sequence }: Accent): Counting {
  const { start: _, ...range } = counting;
  const down = counting.increment?.startsWith('-') === true;
  const [least, most] = limits[type] ?? ['-9223372036854775807', sequence.most];
  const usual = {
    start: firstNumber(range),
    increment: '1',
    minValue: down ? least : '1',
    maxValue: down ? '-1' : most,
    cache: sequence.cache,
    cycle: false,
  } as const;
  const { start, increment, minValue, maxValue, cache, cycle } = counting;
  const said = Object.entries({ start, increment, minValue, maxValue, cache, cycle });
  const kept = said.filter(([key, value]) => value !== undefined && value !== usual[key as keyof typeof usual]);
  return Object.fromEntries(kept);
}

function plainCollation({ collation }: Column, ofTable: string | undefined): string | undefined {
  return collation === ofTable ? undefined : collation?.toLowerCase();
}

export function plainColumn(
  column: Column,
  reading: Reading,
  literal: Dialect['literal'],
  usual: Usual,
  ofTable: string | undefined,
): Column {
  const { accent } = reading;
  const sqlType = accent.type(column);
  const { identity, computed, comment, onUpdate } = column;
  const given =
    column.default === undefined ? undefined : plainDefault(column.default, column, sqlType, reading, literal);
  return {
    name: column.name,
    type: { name: 'specificType', args: [sqlType] },
    sqlType,
    nullable: column.nullable,
    autoIncrement: accent.numbered(column) || (identity !== undefined && accent.identityIsNumbering),
    unsigned: false,
    ...present({
      default: given,
      comment: comment === '' || !accent.comments ? undefined : comment,
      collation: (accent.collation ?? plainCollation)(column, ofTable, usual),
      onUpdate: onUpdate === undefined ? undefined : plainExpression(onUpdate, reading),
      computed:
        computed === undefined ? undefined : { ...computed, expression: plainExpression(computed.expression, reading) },
      identity:
        identity === undefined || accent.identityIsNumbering
          ? undefined
          : { ...plainCounting(identity, sqlType, accent), always: identity.always },
    }),
  };
}

/** The values of an enum, where the engine has no such type and knex writes a check. */
export function impliedChecks({ name, type }: Column, { accent }: Reading): readonly CheckConstraint[] {
  const [values, options] = type.args as [unknown, { readonly useNative?: boolean } | undefined];
  const isEnum = type.name === 'enu' || type.name === 'enum';
  const native =
    accent.checksEnums === 'never' || (accent.checksEnums === 'unless native' && options?.useNative === true);
  if (native || !isEnum || !Array.isArray(values)) return [];
  const column: Expression = { kind: 'name', parts: [accent.lexis.caseless ? name.toLowerCase() : name] };
  const list: Expression = { kind: 'list', open: '(', items: values.map((value) => textOf(String(value))) };
  const tree = settle(signOf('in', column, list), { ...accent.habits, own: [] });
  return [{ kind: 'check', expression: print(tree) }];
}
