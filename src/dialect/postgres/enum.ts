/** Enumerated types and their values. */

import { holds, isInDefault } from '../../operation/enum-texts.ts';
import { usesOf } from '../../operation/enum-verbs.ts';
import type { Of } from '../../operation/operation.ts';
import type { CheckConstraint } from '../../schema/constraint.ts';
import { speaksOf } from '../../schema/expression.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { EnumType } from '../../schema/objects.ts';
import { enumOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { defaultText, impossibleFor, notKnown, schemaStatement, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { refuseUnderComputed, withoutForeignKeys, withoutHolders } from './holders.ts';
import type { Server } from './server.ts';
import { alterTable, block, ifExists, ifNotExists } from './words.ts';

type Lowered = readonly Statement[];

/** `type` is quoted already. PostgreSQL's CREATE TYPE has no IF NOT EXISTS: https://www.postgresql.org/docs/current/sql-createtype.html */
export function makeType(type: string, values: readonly string[], unlessThere: boolean, server: Server): Statement {
  const list = `as enum (${values.map(server.text).join(', ')})`;
  const says = `create type ${type.replaceAll('"', '')}${unlessThere ? ' unless it exists' : ''}`;
  if (!unlessThere) return step(says, schemaStatement(`create type ${type} ${list}`));
  if (server.traits.cockroach) return step(says, schemaStatement(`create type if not exists ${type} ${list}`));
  const body = `begin create type ${type} ${list}; exception when duplicate_object then null; end`;
  return step(says, block(`do $migrator$ ${body} $migrator$`));
}

export function dropTypes(types: readonly EnumType[], there: boolean | undefined, server: Server): Lowered {
  return types.map(({ name }) =>
    step(`drop type ${showName(name)}`, schemaStatement(`drop type ${ifExists(there)}${quoteName(server, name)}`)),
  );
}

export function createEnum({ type }: Of<'createEnum'>, server: Server): Lowered {
  return [makeType(quoteName(server, type.name), type.values, false, server)];
}

function alterType(type: Name, action: string, server: Server, transactional = true): Statement {
  return schemaStatement(`alter type ${quoteName(server, type)} ${action}`, transactional);
}

/**
 * PostgreSQL lets no row have a value before the transaction that added it commits: https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES
 * So it is added outside, and IF NOT EXISTS lets the revision be run again when something after it failed.
 */
export function addEnumValue({ type, value, before, after }: Of<'addEnumValue'>, server: Server): Lowered {
  const { cockroach } = server.traits;
  const beforeIt = before === undefined ? '' : ` before ${server.text(before)}`;
  const afterIt = after === undefined ? '' : ` after ${server.text(after)}`;
  const there = ifNotExists(!cockroach);
  return [alterType(type, `add value ${there}${server.text(value)}${beforeIt}${afterIt}`, server, cockroach)];
}

export function renameEnumValue({ type, value, to }: Of<'renameEnumValue'>, server: Server): Lowered {
  return [alterType(type, `rename value ${server.text(value)} to ${server.text(to)}`, server)];
}

export function renameEnum({ type, to }: Of<'renameEnum'>, server: Server): Lowered {
  return [alterType(type, `rename to ${server.quote(to)}`, server)];
}

export function dropEnum({ type, ...operation }: Of<'dropEnum'>, server: Server): Lowered {
  return [schemaStatement(`drop type ${ifExists(operation.ifExists)}${quoteName(server, type)}`)];
}

/** CockroachDB drops values by itself: https://www.cockroachlabs.com/docs/stable/alter-type. PostgreSQL makes the type anew. */
export function dropEnumValue(operation: Of<'dropEnumValue'>, server: Server): Lowered {
  const { type, value } = operation;
  refuseDefaults(operation, server);
  refuseHolders(operation, server);
  if (server.traits.cockroach) return [alterType(type, `drop value ${server.text(value)}`, server, false)];
  const known = enumOf(server.before, type);
  if (known === undefined) {
    throw notKnown(server.title, operation, server.before, `which values ${showName(type)} has`);
  }
  return remakeType(
    type,
    known.values.filter((one) => one !== value),
    server,
  );
}

function refuseDefaults({ type, value }: Of<'dropEnumValue'>, { before }: Server): void {
  const use = usesOf(before, type).find(({ column }) => isInDefault(column.default, value));
  if (use === undefined) return;
  throw impossibleFor(
    `value ${JSON.stringify(value)} of enum ${showName(type)} is in the default of ${showName(use.table.name)}.${use.column.name}`,
    'give the column another default first',
  );
}

/** What stands on a column of the type and compares it with the value, which could not be put back. */
function refuseHolders({ type, value }: Of<'dropEnumValue'>, { before }: Server): void {
  for (const { table, column } of usesOf(before, type)) {
    const compares = (sql: string | undefined) =>
      sql !== undefined && speaksOf(sql, column.name, 'column', '"') && holds(sql, value);
    const check = table.constraints.find(
      (key): key is CheckConstraint => key.kind === 'check' && compares(key.expression),
    );
    const index = table.indexes.find(({ where }) => compares(where));
    const what =
      check === undefined ? index && `index ${index.name}` : `check ${check.name ?? `(${check.expression})`}`;
    if (what === undefined) continue;
    throw impossibleFor(
      `${what} of ${showName(table.name)} speaks of value ${JSON.stringify(value)} of enum ${showName(type)}`,
      'drop it before, and create it again without the value',
    );
  }
}

/** Where the old type stands aside until nothing uses it. */
function asideName(type: Name, server: Server): Name {
  let aside = { ...type, name: `${type.name}_old` };
  while (enumOf(server.before, aside) !== undefined) aside = { ...aside, name: `${aside.name}_old` };
  return aside;
}

/** The type with other values: every column of it goes over, and a row with a value that is gone makes the script fail. */
export function remakeType(type: Name, values: readonly string[], server: Server): Lowered {
  const aside = asideName(type, server);
  const shown = quoteName(server, type);
  const uses = usesOf(server.before, type);
  for (const { table, column } of uses) refuseUnderComputed({ table: table.name, column: column.name }, server);
  const over = uses.flatMap(({ table, column }) => {
    const quoted = server.quote(column.name);
    const act = (action: string) => alterTable(table.name, `alter column ${quoted} ${action}`, server);
    const [array = ''] = /(?:\[\d*\])+$/.exec(column.sqlType) ?? [];
    const where = `${showName(table.name)}.${column.name}`;
    const changed = step(
      `write the values of column ${where} anew`,
      act(`type ${shown}${array} using (${quoted}::text${array}::${shown}${array})`),
    );
    if (column.default === undefined) return [changed];
    const restored = act(`set default ${defaultText(column.default, column, server.literal)}`);
    return [
      step(`take the default of column ${where} out of the way`, act('drop default')),
      changed,
      step(`give column ${where} its default again`, restored),
    ];
  });
  const statements = [
    step(`set the old type aside as ${aside.name}`, alterType(type, `rename to ${server.quote(aside.name)}`, server)),
    makeType(shown, values, false, server),
    ...over,
    step('drop the old type', schemaStatement(`drop type ${quoteName(server, aside)}`)),
  ];
  const holding = uses.map(({ table, column }) => ({ table: table.name, column: column.name }));
  return withoutForeignKeys(holding, withoutHolders(holding, statements, server), server);
}
