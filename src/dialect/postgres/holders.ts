/** Checks, indexes and views whose text speaks of a column by its old type: dropped before it changes, made again after. */

import type { Constraint } from '../../schema/constraint.ts';
import { speaksOf } from '../../schema/expression.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Index } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement, step, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { constraintClause, indexText } from './clause.ts';
import { withCheckNames } from './made-as.ts';
import type { Server } from './server.ts';
import { type Use, withoutViews } from './views.ts';
import { alterTable, beside } from './words.ts';

/** https://www.postgresql.org/docs/current/ddl-generated-columns.html: the engine refuses to change what a computed column is made of. */
export function refuseUnderComputed({ table, column }: Use, { before, title }: Server): void {
  const computed = tableOf(before, table)?.columns.find(
    (other) => other.name !== column && speaksOf(other.computed?.expression ?? '', column),
  );
  if (computed === undefined) return;
  throw unsupported(
    `${title} changes no type under a computed column: ${showName(table)}.${computed.name} is computed from ${column}`,
    'drop the computed column before, and add it again after',
  );
}

/** A check whose name is too long to be known stays, and the engine refuses. */
function holdsInText(key: Constraint, column: string): boolean {
  if (key.name === undefined) return false;
  if (key.kind === 'check') return speaksOf(key.expression, column);
  return key.kind === 'exclude' && key.where !== undefined && speaksOf(key.where, column);
}

function indexHolds({ columns, where }: Index, column: string): boolean {
  const texts = columns.flatMap((part) => (typeof part === 'string' ? [] : (part.expression ?? [])));
  return [...texts, ...(where === undefined ? [] : [where])].some((text) => speaksOf(text, column));
}

function notValid(key: Constraint): string {
  return 'notValid' in key && key.notValid === true ? ' not valid' : '';
}

const takenAway = (table: Name, key: Constraint, server: Server): Statement =>
  step(
    `take constraint ${key.name} of table ${showName(table)} out of the way`,
    alterTable(table, `drop constraint ${server.quote(key.name ?? '')}`, server),
  );

const putBack = (table: Name, key: Constraint, server: Server): Statement =>
  step(
    `add constraint ${key.name} to table ${showName(table)} again`,
    alterTable(table, `add ${constraintClause(key, table, server)}${notValid(key)}`, server),
  );

/** Both ends of a foreign key have one type, which they get one after the other. */
export function withoutForeignKeys(
  uses: readonly Use[],
  statements: readonly Statement[],
  server: Server,
): readonly Statement[] {
  const names = new Map(uses.map(({ table }) => [showName(table), table]));
  const keys = [...names].flatMap(([shown, name]) => {
    const columns = uses.filter(({ table }) => showName(table) === shown).map(({ column }) => column);
    const all = tableOf(server.before, name)?.constraints ?? [];
    return all
      .filter((key) => key.kind === 'foreign' && key.columns.some((column) => columns.includes(column)))
      .map((key) => ({ name, key }));
  });
  return [
    ...keys.map(({ name, key }) => takenAway(name, key, server)),
    ...statements,
    ...keys.map(({ name, key }) => putBack(name, key, server)),
  ];
}

export function withoutHolders(
  uses: readonly Use[],
  statements: readonly Statement[],
  server: Server,
): readonly Statement[] {
  const tables = [...new Set(uses.map(({ table }) => tableOf(server.before, table)))].filter(
    (table) => table !== undefined,
  );
  const found = tables.map((table) => {
    const columns = uses.filter((use) => tableOf(server.before, use.table) === table).map(({ column }) => column);
    return {
      name: table.name,
      keys: withCheckNames(table, server).constraints.filter((key) =>
        columns.some((column) => holdsInText(key, column)),
      ),
      indexes: table.indexes.filter((index) => columns.some((column) => indexHolds(index, column))),
    };
  });
  const dropped = found.flatMap(({ name, keys, indexes }) => [
    ...keys.map((key) => takenAway(name, key, server)),
    ...indexes.map((index) =>
      step(
        `take index ${index.name} out of the way`,
        schemaStatement(`drop index ${quoteName(server, beside(name, index.name))}`),
      ),
    ),
  ]);
  const made = found.flatMap(({ name, keys, indexes }) => [
    ...keys.map((key) => putBack(name, key, server)),
    ...indexes.map((index) =>
      step(`create index ${index.name} again`, schemaStatement(indexText(index, name, {}, server))),
    ),
  ]);
  return withoutViews(uses, [...dropped, ...statements, ...made], server);
}
