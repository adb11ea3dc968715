/** Columns that become something else. */

import { changeColumn } from '../../operation/column-verbs.ts';
import type { ColumnChange, Of } from '../../operation/operation.ts';
import { apply } from '../../operation/verbs.ts';
import type { Column } from '../../schema/column.ts';
import { showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { blankColumn, columnOf, rememberedColumn, schemaStatement, step, steps, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { zoneTold } from '../zone.ts';
import { putBack, type Standing, standingOn, standingOnLength, takenAway } from './beside.ts';
import { dropDefault } from './column.ts';
import { addComment, setComment } from './comment.ts';
import { requireConversion } from './convert.ts';
import { columnDefinition, defaultClause, refuseOnUpdate, typeOf } from './definition.ts';
import { holdsNull } from './name.ts';
import { refreshReaders } from './refresh.ts';
import { alter, plain, rename, type Server } from './server.ts';

type Alter = Of<'alterColumn'>;

/** https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql-identity-property */
function refuse({ change, column }: Alter): void {
  if (change.identity !== undefined) {
    throw unsupported(
      `SQL Server neither gives IDENTITY to a column that is there nor takes it away: ${column}`,
      'make a table with the column as it should be, copy the rows and rename it; or take new values from a sequence: default NEXT VALUE FOR …',
    );
  }
  if (change.using !== undefined) {
    throw unsupported(
      `SQL Server converts the values of a column by itself, without an expression: ${column}`,
      'add a column of the new type, update it, drop the old one and rename',
    );
  }
  if (change.onUpdate !== undefined && change.onUpdate !== null) refuseOnUpdate(column);
}

/** Text or bytes that become longer and nothing else. */
function becomesLonger(from: Column, to: Column): boolean {
  const [old, now] = [from, to].map(({ sqlType }) => /^(n?varchar|varbinary)\s*\((\d+)\)$/i.exec(sqlType.trim()));
  if (!old || !now || from.collation !== to.collation || from.nullable !== to.nullable) return false;
  return old[1]?.toLowerCase() === now[1]?.toLowerCase() && Number(now[2]) >= Number(old[2]);
}

/** ALTER COLUMN forgets NULL, NOT NULL and the collation: https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql */
function nextColumn(operation: Alter, { before, title }: Server): Column {
  const { table, column, change } = operation;
  if (change.type !== undefined && change.nullable !== undefined && change.default !== undefined) {
    return changeColumn(columnOf(before, table, column) ?? blankColumn(column), change);
  }
  return changeColumn(rememberedColumn(title, operation, before), change);
}

function addDefault({ table }: Alter, next: Column, server: Server): readonly Statement[] {
  if (next.default === undefined) return [];
  return steps(
    `give column ${showName(table)}.${next.name} its default`,
    plain(alter(table, `ADD${defaultClause(table, next, server)} FOR ${server.quote(next.name)}`, server)),
  );
}

interface Change {
  readonly known: Table | undefined;
  readonly was: Column | undefined;
  readonly next: Column;
  readonly after: Server;
}

/** The change itself, with what stands in its way taken away and put back. */
function within(
  operation: Alter,
  { known, was, after }: Change,
  server: Server,
  longer: boolean,
  go: readonly Statement[],
) {
  if (known === undefined || was === undefined) return go;
  const all = standingOn(known, operation.column, server);
  const standing: Standing = longer ? standingOnLength(all, known) : all;
  return [
    ...takenAway(known, standing, server),
    ...go,
    ...putBack(tableOf(after.before, operation.table) ?? known, standing, after),
  ];
}

function redefined(operation: Alter, given: Change, server: Server): readonly Statement[] {
  const { table, column, change } = operation;
  const { known, was, next } = given;
  if (was !== undefined) requireConversion(operation, was, next);
  const longer = was !== undefined && becomesLonger(was, next);
  const inTheWay = change.default !== undefined || (change.type !== undefined && !longer);
  const nullable = holdsNull(known, next) ? 'NULL' : 'NOT NULL';
  return within(operation, given, server, longer, [
    ...(inTheWay ? dropDefault(table, column, server) : []),
    zoneTold(
      schemaStatement(alter(table, `ALTER COLUMN ${server.quote(column)} ${typeOf(next)} ${nullable}`, server)),
      was,
      next,
      { lost: 'its values keep the time that they show, and lose how far it is from UTC' },
    ),
    ...(inTheWay ? addDefault(operation, next, server) : []),
  ]);
}

/** A computed column, and one that is so no longer, is made anew: no engine's ALTER COLUMN does it here. */
function recomputed(operation: Alter, given: Change, server: Server): readonly Statement[] {
  const { table, column } = operation;
  const { known, was, next } = given;
  const quoted = server.quote(column);
  const shown = `${showName(table)}.${column}`;
  const drop = step(`drop column ${shown}`, schemaStatement(alter(table, `DROP COLUMN ${quoted}`, server)));
  const comment =
    next.comment === undefined
      ? []
      : steps(`comment on column ${shown} again`, plain(addComment(table, column, next.comment, server)));
  const make = (one: Column) =>
    step(
      `add column ${showName(table)}.${one.name}`,
      schemaStatement(alter(table, `ADD ${columnDefinition(table, one, known, server)}`, server)),
    );
  if (next.computed !== undefined) {
    const gone = was?.computed === undefined ? dropDefault(table, column, server) : [];
    return within(operation, given, server, false, [...gone, drop, make(next), ...comment]);
  }
  const copy = server.quote(`${column}_kept`);
  const { default: _, ...bare } = next;
  const kept: Column = { ...bare, name: `${column}_kept`, nullable: true };
  const tightened = alter(table, `ALTER COLUMN ${quoted} ${typeOf(next)} NOT NULL`, server);
  return within(operation, given, server, false, [
    make(kept),
    {
      sql: `UPDATE ${quoteName(server, table)} SET ${copy} = ${quoted}`,
      transactional: true,
      sort: 'data',
      says: `copy the values of column ${shown}`,
    },
    drop,
    step(
      `put the copy in the place of column ${shown}`,
      schemaStatement(rename(`${quoteName(server, table)}.${copy}`, column, 'COLUMN', server)),
    ),
    ...(next.nullable ? [] : [step(`make column ${shown} NOT NULL`, schemaStatement(tightened))]),
    ...addDefault(operation, next, server),
    ...comment,
  ]);
}

function redefines({ type, nullable, collation }: ColumnChange): boolean {
  return type !== undefined || nullable !== undefined || collation !== undefined;
}

export function alterColumn(operation: Alter, server: Server): readonly Statement[] {
  refuse(operation);
  const { table, column, change } = operation;
  const known = tableOf(server.before, table);
  const was = columnOf(server.before, table, column);
  const given = (): Change => ({
    known,
    was,
    next: nextColumn(operation, server),
    after: { ...server, before: was === undefined ? server.before : apply(operation, server.before) },
  });
  if (change.computed !== undefined && (change.computed !== null || was?.computed !== undefined || was === undefined)) {
    return [...recomputed(operation, given(), server), ...refreshReaders(operation, server)];
  }
  const comment =
    change.comment === undefined
      ? []
      : steps(
          `comment on column ${showName(table)}.${column}`,
          plain(setComment(table, column, change.comment, server)),
        );
  if (redefines(change)) {
    return [...redefined(operation, given(), server), ...refreshReaders(operation, server), ...comment];
  }
  if (change.default === undefined) return comment;
  const added = change.default === null ? [] : addDefault(operation, given().next, server);
  return [...dropDefault(table, column, server), ...added, ...comment];
}
