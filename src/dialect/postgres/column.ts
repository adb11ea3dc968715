/** Columns added, dropped and altered. */

import { goingWith, isOfType } from '../../operation/enum-verbs.ts';
import type { Of } from '../../operation/operation.ts';
import type { Column, Default } from '../../schema/column.ts';
import { keyOfCounter, type PrimaryKey, primaryKeyName } from '../../schema/constraint.ts';
import { speaksOf } from '../../schema/expression.ts';
import { showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { blankColumn, columnOf, defaultText, schemaStatement, step, steps, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { changeType } from './alter-type.ts';
import { askedEnum, definition, isKnexColumn, refuseOnUpdate } from './definition.ts';
import { dropTypes, makeType } from './enum.ts';
import { refuseUnderComputed } from './holders.ts';
import { changeIdentity, dropIdentity } from './identity.ts';
import { dropConstraint } from './key.ts';
import { spelledOut, wholeName } from './made-as.ts';
import { requireFeature, type Server } from './server.ts';
import { refuseRead } from './views.ts';
import { alterTable, commentText, ifExists, ifNotExists, indexName } from './words.ts';

type Lowered = readonly Statement[];

function oldKeyName({ keyMadeFor }: Of<'addColumn'>, { quote }: Server): string {
  const name = keyMadeFor === undefined ? undefined : wholeName(`${keyMadeFor}_pkey`);
  return name === undefined ? '' : ` constraint ${quote(name)}`;
}

export function addColumn(operation: Of<'addColumn'>, server: Server): Lowered | undefined {
  const { table } = operation;
  const unlessThere = operation.ifNotExists === true;
  const counting = keyOfCounter(operation.column);
  const keyLater = server.traits.cockroach ? counting : undefined;
  const isKnexs = operation.keyMadeFor === undefined && keyLater === undefined && isKnexColumn(operation.column);
  if (!unlessThere && isKnexs) return undefined;
  const { column, before, after } = spelledOut(operation.column, table, server);
  const asked = askedEnum(column);
  const key = counting === undefined || keyLater !== undefined ? '' : `${oldKeyName(operation, server)} primary key`;
  return [
    ...before,
    ...(asked?.makes === true ? [makeType(column.sqlType, asked.values, unlessThere, server)] : []),
    alterTable(table, `add column ${ifNotExists(unlessThere)}${definition(column, table, server)}${key}`, server),
    ...after,
    ...(keyLater === undefined ? [] : [rowidGivesWay(operation, keyLater, server)]),
    ...(column.comment === undefined ? [] : [comment(operation, column.name, column.comment, server)]),
  ];
}

/**
 * A table without a primary key has a hidden one on CockroachDB, which ADD COLUMN … PRIMARY KEY does not replace:
 * https://www.cockroachlabs.com/docs/v24.1/alter-table#add-constraint
 */
function rowidGivesWay(operation: Of<'addColumn'>, key: PrimaryKey, server: Server): Statement {
  const { table, keyMadeFor: madeFor } = operation;
  const name = primaryKeyName(madeFor === undefined ? key : { ...key, madeFor }, table);
  const made = `${server.quote(name)} primary key (${key.columns.map(server.quote).join(', ')})`;
  return step(
    `add primary key ${name} to table ${showName(table)}`,
    alterTable(table, `add constraint ${ifNotExists(operation.ifNotExists)}${made}`, server),
  );
}

function comment(
  { table }: Of<'addColumn'> | Of<'alterColumn'>,
  column: string,
  said: string | null,
  server: Server,
): Statement {
  const target = `${quoteName(server, table)}.${server.quote(column)}`;
  const statement = schemaStatement(`comment on column ${target} is ${commentText(said, server)}`);
  return step(`comment on column ${showName(table)}.${column}`, statement);
}

/** CockroachDB drops no column that the condition of an index names: https://www.cockroachlabs.com/docs/v24.1/alter-table#drop-column */
function dropPartial({ table, column }: Of<'dropColumn'>, server: Server): Lowered {
  if (!server.traits.cockroach) return [];
  return (tableOf(server.before, table)?.indexes ?? [])
    .filter(({ where }) => where !== undefined && speaksOf(where, column))
    .map(({ name }) =>
      step(`drop index ${name}`, schemaStatement(`drop index ${indexName(table, name, server)}`, false)),
    );
}

/** CockroachDB drops no column of the primary key, which PostgreSQL drops along: https://www.cockroachlabs.com/docs/v24.1/primary-key */
function dropKey({ table, column }: Of<'dropColumn'>, server: Server): Lowered {
  const known = server.traits.cockroach ? tableOf(server.before, table) : undefined;
  const key = known?.constraints.find((one) => one.kind === 'primary' && one.columns.includes(column));
  if (key === undefined) return [];
  const dropped = dropConstraint({ kind: 'dropConstraint', table, constraint: { kind: 'primary' } }, server) ?? [];
  return steps('drop the primary key, which holds the column', dropped);
}

/** A type that the column made for itself goes when no other column has it. */
export function dropColumn(operation: Of<'dropColumn'>, server: Server): Lowered | undefined {
  const { table, column } = operation;
  const going = goingWith(server.before, table, [column]);
  const first = [...dropPartial(operation, server), ...dropKey(operation, server)];
  if (operation.ifExists !== true && going.length === 0 && first.length === 0) return undefined;
  return [
    ...first,
    alterTable(table, `drop column ${ifExists(operation.ifExists)}${server.quote(column)}`, server),
    ...dropTypes(going, operation.ifExists, server),
  ];
}

/** PostgreSQL's views follow a new name: https://www.cockroachlabs.com/docs/v24.1/views#view-dependencies */
export function renameColumn({ table, column }: Of<'renameColumn'>, server: Server): undefined {
  refuseRead({ table, column }, server);
}

export function alterColumn(operation: Of<'alterColumn'>, server: Server): Lowered {
  const { table, column, change } = operation;
  const known = columnOf(server.before, table, column);
  const { nullable, default: given, identity, computed, onUpdate } = change;
  refuseOnUpdate(`${showName(table)}.${column}`, onUpdate, server);
  if (change.type !== undefined) refuseUnderComputed(operation, server);
  const next: Column = { ...(known ?? blankColumn(column)), ...change.type };
  const shown = `${showName(table)}.${column}`;
  if (nullable === true && known?.identity !== undefined && identity !== null && !server.traits.cockroach) {
    throw unsupported(
      `${server.title} lets no identity column hold NULL: ${shown}`,
      'say identity: null beside it, or leave nullable out',
    );
  }
  const act = (says: string, action: string) =>
    step(says, alterTable(table, `alter column ${server.quote(column)} ${action}`, server));
  const typed =
    change.type === undefined ? `change the collation of column ${shown}` : `change the type of column ${shown}`;
  const numbered = `change how column ${shown} is numbered`;
  const worked = `change how column ${shown} is computed`;
  return [
    ...(identity === null ? [act(numbered, dropIdentity(operation, known, server))] : []),
    ...(computed === null && !isPlain(known) ? [act(worked, dropExpression(operation, known, server))] : []),
    ...(given === undefined ? [] : [act(`drop the default of column ${shown}`, 'drop default')]),
    ...(nullable === true ? [act(`let column ${shown} hold NULL`, 'drop not null')] : []),
    ...(change.type === undefined && change.collation === undefined
      ? []
      : steps(typed, changeType(operation, known, server))),
    ...(given === undefined || given === null
      ? []
      : [act(`set the default of column ${shown}`, `set default ${untyped(given, next, server)}`)]),
    ...(nullable === false || needsNotNull(operation, known)
      ? [act(`make column ${shown} NOT NULL`, 'set not null')]
      : []),
    ...(identity === undefined || identity === null
      ? []
      : steps(numbered, changeIdentity(operation, identity, known, server))),
    ...(computed === undefined || computed === null ? [] : [act(worked, setExpression(operation, known, server))]),
    ...(onUpdate === undefined
      ? []
      : [
          act(
            `change what column ${shown} becomes on update`,
            onUpdate === null ? 'drop on update' : `set on update ${onUpdate}`,
          ),
        ]),
    ...(change.comment === undefined ? [] : [comment(operation, column, change.comment, server)]),
    ...dropTypes(left(operation, server), false, server),
  ];
}

const isPlain = (known: Column | undefined): boolean => known !== undefined && known.computed === undefined;

/** A number in quotes takes the type of its column, as where the column is made: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS-GENERIC */
function untyped(given: Default, column: Column, { literal }: Server): string {
  const text = defaultText(given, column, literal);
  return given.kind === 'value' && /^-?[\d.]+(?:e[-+]?\d+)?$/i.test(text) ? `'${text}'` : text;
}

/** An identity column is NOT NULL before it is one: https://www.postgresql.org/docs/current/ddl-identity-columns.html */
function needsNotNull({ change }: Of<'alterColumn'>, known: Column | undefined): boolean {
  return change.identity !== undefined && change.identity !== null && known?.nullable === true;
}

function left({ table, column, change }: Of<'alterColumn'>, { before }: Server): ReturnType<typeof goingWith> {
  const { type } = change;
  if (type === undefined) return [];
  const next = { ...blankColumn(column), sqlType: type.sqlType };
  return goingWith(before, table, [column]).filter(({ name }) => !isOfType(next, name));
}

/** https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DROP-EXPRESSION */
function dropExpression({ table, column }: Of<'alterColumn'>, known: Column | undefined, server: Server): string {
  if (known?.computed?.persisted === false) {
    throw unsupported(
      `${server.title} stores nothing of ${showName(table)}.${column}, so it cannot become a plain column`,
      'add a column, fill it, drop this one and rename the new one',
    );
  }
  requireFeature(server, 'computed columns that become plain', 'add a plain column and copy the values');
  return server.traits.cockroach ? 'drop stored' : 'drop expression';
}

function setExpression(
  { table, column, change }: Of<'alterColumn'>,
  known: Column | undefined,
  server: Server,
): string {
  const { computed } = change;
  const old = known?.computed;
  if (known !== undefined && (old === undefined || old.persisted !== computed?.persisted)) {
    const what = old === undefined ? 'make the plain column' : 'change whether it stores';
    throw unsupported(
      `${server.title} cannot ${what} ${showName(table)}.${column}${old === undefined ? ' a computed one' : ''}`,
      'drop the column and add it again, computed',
    );
  }
  requireFeature(server, 'computed expressions that change', 'drop the column and add it again');
  return `set expression as (${computed?.expression})`;
}
