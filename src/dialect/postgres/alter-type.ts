/** A column gets another type or collation. */

import { changeColumn } from '../../operation/column-verbs.ts';
import { isOfEnum } from '../../operation/enum-verbs.ts';
import { requireLikeEnds } from '../../operation/foreign.ts';
import type { ColumnChange, Of } from '../../operation/operation.ts';
import { apply } from '../../operation/verbs.ts';
import { type Column, madeAsOf } from '../../schema/column.ts';
import { showName } from '../../schema/name.ts';
import { enumOf } from '../../schema/schema.ts';
import { kindOf } from '../column-kind.ts';
import { quoteName } from '../dialect.ts';
import { blankColumn, defaultText, impossibleFor, needsDatabase, rememberedColumn, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { zoneTold } from '../zone.ts';
import { castTo, lacksCast } from './changed.ts';
import { keepsDefault, rewritten, widens } from './cockroach-type.ts';
import { type AskedEnum, askedEnum, enumCheck } from './definition.ts';
import { makeType, remakeType } from './enum.ts';
import { withoutHolders } from './holders.ts';
import type { Server } from './server.ts';
import { withoutViews } from './views.ts';
import { alterTable, block, collationName, plainNumber } from './words.ts';

type Lowered = readonly Statement[];

const numbers = new Set(['integer', 'decimal', 'float']);

export function changeType(operation: Of<'alterColumn'>, known: Column | undefined, server: Server): Lowered {
  const { table, column } = operation;
  if (known !== undefined && operation.change.type !== undefined)
    requireLikeEnds(table, column, apply(operation, server.before));
  const remade = remadeEnum(operation, known, server);
  if (remade !== undefined) return remade;
  const isEnum = (one: ColumnChange['type']): boolean =>
    one !== undefined && (askedEnum(one)?.native === true || isOfEnum(one, server.before));
  // what speaks of a value has the type itself in it, and compares nothing else with it
  const held = !server.traits.cockroach && [known, operation.change.type].some(isEnum);
  return (held ? withoutHolders : withoutViews)([{ table, column }], actions(operation, known, server), server);
}

/** An enum of the same name with other values: its columns go over to a new type. */
function remadeEnum(operation: Of<'alterColumn'>, known: Column | undefined, server: Server): Lowered | undefined {
  const { type } = operation.change;
  const next = type === undefined ? undefined : askedEnum(type);
  if (next?.makes !== true || type?.sqlType !== known?.sqlType || server.traits.cockroach) return undefined;
  const [name = '', schema] = (type?.sqlType ?? '').replaceAll('"', '').split('.').reverse();
  const named = schema === undefined ? { name } : { schema, name };
  return enumOf(server.before, named) === undefined ? undefined : remakeType(named, next.values, server);
}

function collated({ change }: Of<'alterColumn'>, known: Column | undefined, server: Server): string {
  const collation = known === undefined ? change.collation : changeColumn(known, change).collation;
  return collation === undefined || collation === null ? '' : ` collate ${collationName(collation, server)}`;
}

/** knex makes an enum of text and a check, and writes the check into the type, where ALTER has no place for it. */
function actions(operation: Of<'alterColumn'>, known: Column | undefined, server: Server): Lowered {
  const { table, column, change } = operation;
  const type = change.type ?? rememberedColumn(server.title, operation, server.before);
  const [old, next] = [known, change.type].map((one) => (one === undefined ? undefined : askedEnum(one)));
  const typed = retyped(operation, known, plainNumber(type.sqlType), server);
  return [
    ...(next?.makes === true ? [makeType(type.sqlType, next.values, false, server)] : []),
    ...(change.type !== undefined && (isChecked(old) || (known === undefined && isChecked(next)))
      ? oldChecks(operation, server, known).map((drop) =>
          step('drop the check of its old values', alterTable(table, `drop constraint ${drop}`, server)),
        )
      : []),
    ...typed,
    ...(next !== undefined && isChecked(next)
      ? [
          step(
            'add the check of its new values',
            alterTable(
              table,
              `add constraint ${checkName(operation, server, isChecked(old) ? known : {})} ${enumCheck(column, next, server)}`,
              server,
            ),
          ),
        ]
      : []),
  ];
}

/** Among these the engine casts by itself, and refuses a value that is too long, which a cast that is written would cut off. */
function isText(sqlType: string | undefined): boolean {
  return sqlType !== undefined && /^(?:varchar|character varying|text)\b/i.test(sqlType);
}

function requireCast({ table, column }: Of<'alterColumn'>, from: Column, to: Column, { title }: Server): void {
  if (!lacksCast(from, to)) return;
  throw impossibleFor(
    `${title} has no cast from ${from.sqlType} to ${to.sqlType}, for ${showName(table)}.${column}`,
    'Say how a value becomes another, with using; or drop the column and add it again.',
  );
}

function retyped(operation: Of<'alterColumn'>, known: Column | undefined, sqlType: string, server: Server): Lowered {
  const { table, column, change } = operation;
  const quoted = server.quote(column);
  const alter = (action: string) => alterTable(table, `alter column ${quoted} ${action}`, server);
  if (change.identity !== null) requireRoom(operation, known, sqlType);
  const collation = collated(operation, known, server);
  const enums = [known, change.type].flatMap((one) => (one === undefined ? [] : (askedEnum(one) ?? [])));
  const cuts = isText(known?.sqlType) && isText(sqlType) && !server.traits.cockroach;
  const next = { ...(known ?? blankColumn(column)), ...change.type, sqlType };
  const written = enums.length > 0 ? `${quoted}::text::${sqlType}` : castTo(quoted, known, next);
  const cast = cuts ? undefined : written;
  if (change.type !== undefined && change.using === undefined && known !== undefined && !server.traits.cockroach)
    requireCast(operation, known, next, server);
  // what a computed column holds is computed anew, and no USING may say how
  const how = change.type === undefined || known?.computed !== undefined ? undefined : (change.using ?? cast);
  const using = how === undefined ? '' : ` using (${how})`;
  const typed = alter(`type ${sqlType}${collation}${using}`);
  const spelled =
    change.using === undefined && known !== undefined ? zoneTold(typed, known, { ...known, ...change.type }) : typed;
  const native = enums.some((one) => one.native);
  if (!server.traits.cockroach) {
    const statements = [spelled, ...countingOn(operation, known, sqlType, server)];
    const moves = native || movesDefault(known, change.type);
    return moves ? withoutDefault(operation, known, statements, alter, server) : statements;
  }
  // with USING the engine would write every value anew: https://www.cockroachlabs.com/docs/v24.1/alter-table#alter-column-data-types
  const collates = collation !== '' || known?.collation !== undefined;
  const inPlace = change.using === undefined && !collates && widens(known?.sqlType ?? '', sqlType);
  if (inPlace) return [{ ...alter(`type ${sqlType}`), transactional: false }];
  const statements = rewritten(operation, spelled, server);
  return native || !keepsDefault(server) ? withoutDefault(operation, known, statements, alter, server) : statements;
}

/** The engine casts a default by the rules for assignments alone. */
function movesDefault(known: Column | undefined, type: ColumnChange['type']): boolean {
  if (known === undefined || type === undefined) return false;
  const [old, next] = [kindOf(known), kindOf({ ...known, ...type })];
  return old !== next && !(numbers.has(old ?? '') && numbers.has(next ?? ''));
}

/** The sequence of a numbered column has a type of its own: https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
function countingOn(
  { table, column }: Of<'alterColumn'>,
  known: Column | undefined,
  sqlType: string,
  server: Server,
): Lowered {
  if (known === undefined || !isNumbered(known) || !/^(?:small|big)?int(?:eger)?$/i.test(sqlType)) return [];
  const its = `pg_get_serial_sequence(${server.text(quoteName(server, table))}, ${server.text(column)})`;
  const change = `execute format('alter sequence %s as ${sqlType}', ${its})`;
  const body = `begin if ${its} is not null then ${change}; end if; end`;
  return [
    step(
      `let the sequence of column ${showName(table)}.${column} count as far`,
      block(`do $migrator$ ${body} $migrator$`),
    ),
  ];
}

const largest: Readonly<Record<string, bigint>> = { smallint: 32_767n, int: 2_147_483_647n, integer: 2_147_483_647n };

/** The sequence of an identity column gets the column's type, and must end within it. */
function requireRoom({ table, column }: Of<'alterColumn'>, known: Column | undefined, sqlType: string): void {
  const most = largest[sqlType.trim().toLowerCase()];
  const { start, minValue, maxValue } = known?.identity ?? {};
  const beyond = [start, minValue, maxValue].find(
    (number) => number !== undefined && most !== undefined && (BigInt(number) > most || BigInt(number) < -most - 1n),
  );
  if (beyond === undefined) return;
  throw impossibleFor(
    `the numbers of ${showName(table)}.${column} go to ${beyond}, which ${sqlType} does not hold`,
    'give its identity other limits first',
  );
}

function isNumbered({ autoIncrement, identity, sqlType }: Column): boolean {
  return identity === undefined && (autoIncrement || /^(?:small|big)?serial$/i.test(sqlType));
}

function isChecked(asked: AskedEnum | undefined): boolean {
  return asked !== undefined && !asked.native;
}

/** The engine casts no default from or to an enumerated type by itself. */
function withoutDefault(
  { change }: Of<'alterColumn'>,
  known: Column | undefined,
  statements: Lowered,
  alter: (action: string) => Statement,
  { literal }: Server,
): Lowered {
  if (known?.default === undefined || change.default !== undefined) return statements;
  const kept = defaultText(known.default, { ...known, ...change.type }, literal);
  return [
    step('take its default out of the way', alter('drop default')),
    ...statements,
    step('give it its default again', alter(`set default ${kept}`)),
  ];
}

/** The name that PostgreSQL gives to a column's nameless check, and that scripts give to a new one. */
function checkName(
  operation: Of<'alterColumn'>,
  server: Server,
  known: Pick<Column, 'madeAs'> | undefined = {},
): string {
  const { table, column } = madeAsOf(known, operation.table, operation.column);
  const name = `${table}_${column}_check`;
  if (Buffer.byteLength(name) <= 63) return server.quote(name);
  throw needsDatabase(
    server.title,
    operation,
    'the name of its check is too long to be known; name the check yourself',
  );
}

/**
 * Where it has had other names, a way back that somebody wrote may have made it anew under the present ones. CockroachDB calls a
 * nameless check after its column alone: https://www.cockroachlabs.com/docs/stable/show-constraints
 */
function oldChecks(operation: Of<'alterColumn'>, server: Server, known: Column | undefined): readonly string[] {
  const { column } = madeAsOf(known ?? {}, operation.table, operation.column);
  const nameless = server.traits.cockroach ? [server.quote(`check_${column}`)] : [];
  const names = new Set([checkName(operation, server, known), checkName(operation, server), ...nameless]);
  const isSure = known !== undefined && names.size === 1;
  return [...names].map((name) => (isSure ? name : `if exists ${name}`));
}
