/** Tables of SQLite: made by knex where its words will do, else from data. */

import { referringTables } from '../../operation/dependents.ts';
import type { Of } from '../../operation/operation.ts';
import { apply, describe } from '../../operation/verbs.ts';
import { showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { refuseCascade } from '../left-behind.ts';
import { type Lowering, schemaStatement, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { folded } from '../twins.ts';
import { isOwnColumn } from './column.ts';
import { createIndex } from './index-text.ts';
import { rebuild } from './rebuild.ts';
import { refuseTable } from './refusals.ts';
import { type Accent, indexesOf, isPlain, keptOf, tableText } from './table-text.ts';

/** knex has no words for computed columns and options, and leaves out collations and what defers a foreign key. */
function isOwn(table: Table): boolean {
  const { strict, withoutRowid } = keptOf(table);
  return (
    strict ||
    withoutRowid ||
    table.columns.some(isOwnColumn) ||
    table.constraints.some((key) => 'match' in key || 'notValid' in key || 'include' in key) ||
    table.constraints.some((key) => key.kind === 'foreign' && key.deferrable !== undefined) ||
    !table.indexes.every(isPlain)
  );
}

function createTable(
  { table, ifNotExists }: Of<'createTable'>,
  version: string,
  accent: Accent,
): readonly Statement[] | undefined {
  refuseTable(table, version);
  const indexes = indexesOf(table);
  // knex makes the indexes of a table that was there before, which fails
  if (!isOwn(table) && !(ifNotExists && indexes.length > 0)) return undefined;
  return [
    schemaStatement(tableText(table, accent, ifNotExists)),
    ...indexes.map((index) => createIndex(table.name, index, accent, ifNotExists)),
  ];
}

/** The keys of other tables would refer to nothing: https://www.sqlite.org/lang_droptable.html */
function dropTable(
  { table, ifExists, cascade }: Of<'dropTable'>,
  before: Schema,
  version: string,
  accent: Accent,
): readonly Statement[] | undefined {
  if (cascade !== true) return undefined;
  refuseCascade(accent.title, table, before, '"');
  const statements: Statement[] = [];
  let schema = before;
  for (const child of referringTables(before, table)) {
    const drops = child.constraints.flatMap((key): Of<'dropConstraint'>[] =>
      key.kind === 'foreign' && showName(key.references.table) === showName(table)
        ? [{ kind: 'dropConstraint', table: child.name, constraint: { kind: 'foreign', name: key.name } }]
        : [],
    );
    const [first, ...rest] = rebuild(drops, schema, version, accent);
    statements.push(step(`${drops.map(describe).join('; ')}; ${first!.says}`, first!), ...rest);
    schema = drops.reduce((left, drop) => apply(drop, left), schema);
  }
  const name = quoteName(accent, table);
  return [...statements, schemaStatement(`drop table ${ifExists ? 'if exists ' : ''}${name}`)];
}

/** To the engine the table itself is in the way of a name that differs in case alone. */
function renameTable({ table, to }: Of<'renameTable'>, accent: Accent): readonly Statement[] | undefined {
  if (table.name === to || folded(table.name) !== folded(to)) return undefined;
  const between = { ...table, name: `migrator_new_${to}` };
  return [
    schemaStatement(`alter table ${quoteName(accent, table)} rename to ${accent.quote(between.name)}`),
    schemaStatement(`alter table ${quoteName(accent, between)} rename to ${accent.quote(to)}`),
  ];
}

export function tableLowering(accent: Accent): Lowering {
  return {
    createTable: (operation, _, version) => createTable(operation, version, accent),
    dropTable: (operation, before, version) => dropTable(operation, before, version, accent),
    renameTable: (operation) => renameTable(operation, accent),
    // there is no place for a comment
    commentTable: () => [],
    alterTable: (operation, before, version) => {
      const known = tableOf(before, operation.table);
      if (known !== undefined) refuseTable({ ...known, options: operation.options }, version);
      return rebuild([operation], before, version, accent);
    },
  };
}
