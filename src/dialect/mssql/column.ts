/** Columns added, dropped and renamed. */

import type { Of } from '../../operation/operation.ts';
import { apply } from '../../operation/verbs.ts';
import type { Column } from '../../schema/column.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { refuseLeftBehind } from '../left-behind.ts';
import { columnOf, impossibleFor, schemaStatement, step, steps } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { putBack, renamedStanding, type Standing, standingOn, standingOnName, takenAway } from './beside.ts';
import { addComment } from './comment.ts';
import { columnDefinition, hasOtherNow } from './definition.ts';
import { defaultName, dropFoundDefault } from './name.ts';
import { refreshStars } from './refresh.ts';
import { alter, besideTable, block, isModern, nameText, objectId, plain, rename, type Server } from './server.ts';
import { inMemory } from './storage.ts';

/** By the name that knex gave it when replay knows the column, else by what the server finds. */
export function dropDefault(table: Name, column: string, server: Server): readonly Statement[] {
  const known = columnOf(server.before, table, column);
  const says = `drop the default of column ${showName(table)}.${column}`;
  if (known === undefined) return [step(`${says}, if it has one`, dropFoundDefault(table, column, server))];
  if (known.default === undefined) return [];
  return steps(says, plain(alter(table, `DROP CONSTRAINT ${server.quote(defaultName(table.name, column))}`, server)));
}

export function columnIsThere(table: Name, column: string, server: Server): string {
  return `COL_LENGTH(${nameText(table, server)}, ${server.text(column)}) IS NOT NULL`;
}

/** Rows that are there already get the default of a column that may hold NULL only WITH VALUES: https://learn.microsoft.com/sql/t-sql/statements/alter-table-column-definition-transact-sql */
function added(table: Name, column: Column, server: Server): string {
  const values = column.nullable && column.default !== undefined && column.computed === undefined ? ' WITH VALUES' : '';
  const known = tableOf(server.before, table);
  return alter(table, `ADD ${columnDefinition(table, column, known, server)}${values}`, server);
}

/** knex has no words for these, or other ones than the server's. */
export function isBeyondKnex(column: Column): boolean {
  const { identity, computed, onUpdate, collation, comment } = column;
  return hasOtherNow(column) || [identity, computed, onUpdate, collation, comment].some((part) => part !== undefined);
}

export function addColumn(
  { table, column, ifNotExists }: Of<'addColumn'>,
  server: Server,
): readonly Statement[] | undefined {
  const keeps = column.default === undefined || !column.nullable;
  const after = refreshStars(table, server);
  const isKnexs = keeps && after.length === 0 && !isBeyondKnex(column);
  if (ifNotExists !== true && isKnexs && !inMemory(tableOf(server.before, table)?.options)) return undefined;
  const sql = added(table, column, server);
  const comment = column.comment === undefined ? [] : [addComment(table, column.name, column.comment, server)];
  if (ifNotExists !== true) return [...plain(sql, ...comment), ...after];
  const missing = `COL_LENGTH(${nameText(table, server)}, ${server.text(column.name)}) IS NULL`;
  if (comment.length === 0) return [...plain(`IF ${missing}\n  ${sql}`), ...after];
  return [block(`IF ${missing}\nBEGIN\n${[sql, ...comment].map((one) => `${one};\n`).join('')}END`), ...after];
}

function refuseDrop(table: Name, column: string, what: string, hint: string): never {
  throw impossibleFor(`SQL Server does not drop ${showName(table)}.${column}, because ${what}`, hint);
}

/** What would have to go with the column, but belongs to others. */
function requireFree(table: Name, column: string, { computed, foreign }: Standing): void {
  const [worked] = computed;
  if (worked !== undefined) {
    refuseDrop(table, column, `${worked.name} is worked out from it`, `Drop ${worked.name} first.`);
  }
  const referring = foreign.find(
    ({ of, key }) => showName(of.name) !== showName(table) || !key.columns.includes(column),
  );
  if (referring === undefined) return;
  const { of, key } = referring;
  refuseDrop(table, column, `the foreign key ${key.name} of ${showName(of.name)} refers to it`, 'Drop that key first.');
}

function dropWithout(table: Name, column: string, known: Table | undefined, server: Server): readonly Statement[] {
  if (known === undefined) return dropDefault(table, column, server);
  const standing = standingOn(known, column, server);
  requireFree(table, column, standing);
  return [...takenAway(known, standing, server), ...dropDefault(table, column, server)];
}

export function dropColumn({ table, column, ifExists }: Of<'dropColumn'>, server: Server): readonly Statement[] {
  const known = tableOf(server.before, table);
  const drop = alter(table, `DROP COLUMN ${server.quote(column)}`, server);
  const after = refreshStars(table, server);
  if (ifExists !== true) return [...dropWithout(table, column, known, server), schemaStatement(drop), ...after];
  if (columnOf(server.before, table, column) === undefined) {
    const dropIfThere = isModern(server)
      ? alter(table, `DROP COLUMN IF EXISTS ${server.quote(column)}`, server)
      : `IF ${columnIsThere(table, column, server)} ${drop}`;
    return [...dropDefault(table, column, server), schemaStatement(dropIfThere), ...after];
  }
  const all = [...dropWithout(table, column, known, server), schemaStatement(drop)];
  return [
    block(
      `IF ${columnIsThere(table, column, server)}\nBEGIN\n${all.map(({ sql }) => `EXEC(N'${String(sql).replaceAll("'", "''")}');\n`).join('')}END`,
    ),
    ...after,
  ];
}

function renameDefault(table: Name, from: string, to: string, server: Server): string {
  const name = besideTable(table, from);
  const renamed = rename(quoteName(server, name), to, 'OBJECT', server);
  return `IF ${objectId(name, server, 'D')} IS NOT NULL ${renamed}`;
}

/** The defaults of these columns follow the name that knex would give them. */
export function renameDefaults(
  table: Name,
  columns: readonly Column[],
  to: (column: string) => string,
  server: Server,
): readonly Statement[] {
  return columns
    .filter((column) => column.default !== undefined)
    .flatMap(({ name }) =>
      steps(
        `rename the default of column ${name}`,
        plain(renameDefault(table, defaultName(table.name, name), to(name), server)),
      ),
    );
}

/** sp_rename refuses a column of which a check, a condition or another column speaks (message 15336). */
export function renameColumn(operation: Of<'renameColumn'>, server: Server): readonly Statement[] {
  const { table, column, to } = operation;
  refuseLeftBehind(server.title, operation, server.before, '[');
  const known = tableOf(server.before, table);
  const own = columnOf(server.before, table, column);
  const renamed = [
    ...plain(rename(`${quoteName(server, table)}.${server.quote(column)}`, to, 'COLUMN', server)),
    ...renameDefaults(table, own === undefined ? [] : [own], () => defaultName(table.name, to), server),
  ];
  if (known === undefined || own === undefined) return renamed;
  const standing = standingOnName(standingOn(known, column, server), known, server);
  const after = { ...server, before: apply(operation, server.before) };
  return [
    ...takenAway(known, standing, server),
    ...renamed,
    ...putBack(tableOf(after.before, table)!, renamedStanding(standing, operation), after),
  ];
}
