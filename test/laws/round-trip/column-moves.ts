/** Columns and what can be changed of them. */

import { columnText, js, type Move, quoted, type Setting } from './move.ts';
import { newColumn } from './table-moves.ts';
import {
  type Column,
  type Row,
  type Sort,
  type SortName,
  sorts,
  standsOn,
  type Table,
  withColumn,
  withTable,
} from './world.ts';

function filledWith(rows: readonly Row[], column: Column): readonly Row[] {
  return rows.map((row) => new Map([...row, [column.id, column.default ?? null]]));
}

/** In the words of knex's own builder. */
const alterTable = (table: Table, inside: string): string =>
  `await op.schema.alterTable(${js(table.name)}, (t) => { ${inside} });`;

const addColumn: Move = (world, chance) => {
  if (world.tables.length === 0) return undefined;
  const table = chance.of(world.tables);
  if (table.columns.length > 6) return undefined;
  const drawn = newColumn(world, chance);
  const needs = !drawn.nullable && drawn.default === undefined;
  const column = needs ? { ...drawn, nullable: true, filled: false } : drawn;
  const grown = { ...table, columns: [...table.columns, column], rows: filledWith(table.rows, column) };
  return {
    world: withTable({ ...world, next: world.next + 1 }, grown),
    says: [
      chance.chance(50)
        ? `op.addColumn(${js(table.name)}, (t) => ${columnText(column)});`
        : alterTable(table, `${columnText(column)};`),
    ],
  };
};

const addComputed: Move = (world, chance, setting) => {
  const tables = world.tables.filter(({ columns }) => columns.every(({ computed }) => computed === undefined));
  if (tables.length === 0 || setting.dialect === 'mysql') return undefined;
  const table = chance.of(tables);
  const numbers = table.columns.filter(({ sort, parent }) => sort === 'integer' && parent === undefined);
  const of = chance.of(numbers);
  if (table.primary.kind === 'increments' && of === table.columns[0]) return undefined;
  const name = `sum${world.next}`;
  const computed = `${quoted(of.name, setting)} + 1`;
  const column: Column = { id: world.next, name, sort: 'bigInteger', nullable: true, filled: false, computed };
  return {
    world: withTable({ ...world, next: world.next + 1 }, { ...table, columns: [...table.columns, column] }),
    says: [`op.addColumn(${js(table.name)}, (t) => ${columnText(column)});`],
  };
};

/** Columns that others do not speak of in SQL of their own. */
function loose(table: Table, setting: Setting): readonly Column[] {
  const spoken = (column: Column): boolean =>
    table.columns.some(({ computed }) => computed?.includes(quoted(column.name, setting)));
  if (table.views.length > 0) return [];
  return table.columns.filter((column, at) => at > 0 && !spoken(column));
}

const dropColumn: Move = (world, chance, setting) => {
  const table = world.tables.length === 0 ? undefined : chance.of(world.tables);
  if (table === undefined) return undefined;
  // it comes back with NULL or its default in every row
  const ready = loose(table, setting).filter((column) =>
    column.default === undefined ? column.nullable && !column.filled : column.told === undefined,
  );
  if (ready.length === 0) return undefined;
  const column = chance.of(ready);
  const keeps = ({ columns }: { readonly columns: readonly number[] }): boolean => !columns.includes(column.id);
  return {
    world: withTable(world, {
      ...table,
      columns: table.columns.filter((one) => one !== column),
      uniques: table.uniques.filter(keeps),
      checks: table.checks.filter(keeps),
      indexes: table.indexes.filter(keeps),
      foreigns: table.foreigns.filter((key) => key.column !== column.id),
      rows: table.rows.map((row) => new Map([...row].filter(([id]) => id !== column.id))),
    }),
    says: [`op.dropColumn(${js(table.name)}, ${js(column.name)}, { dataLoss: 'drawn by lot' });`],
  };
};

const renameColumn: Move = (world, chance, setting) => {
  const tables = world.tables.filter(({ views, triggers }) => views.length === 0 && triggers.length === 0);
  if (tables.length === 0) return undefined;
  const table = chance.of(tables);
  const column = chance.of(table.columns);
  const name = `${chance.of(['x', 'From ', 'zähler'])}${world.next}`;
  const columns = table.columns.map((one) => {
    const named = one === column ? { ...one, name } : one;
    const { computed } = named;
    if (computed === undefined) return named;
    return { ...named, computed: computed.replace(quoted(column.name, setting), () => quoted(name, setting)) };
  });
  return {
    world: withTable({ ...world, next: world.next + 1 }, { ...table, columns }),
    says: [
      chance.chance(50)
        ? `op.alterColumn(${js(table.name)}, ${js(column.name)}, { newColumnName: ${js(name)} });`
        : alterTable(table, `t.renameColumn(${js(column.name)}, ${js(name)});`),
    ],
  };
};

const wider: Partial<Record<SortName, readonly SortName[]>> = {
  integer: ['bigInteger'],
  string20: ['string60', 'text'],
  string60: ['text'],
  decimal: ['widerDecimal'],
};

/** Several things at once, each of them perhaps. */
const alterColumn: Move = (world, chance, setting) => {
  if (world.tables.length === 0) return undefined;
  const table = chance.of(world.tables);
  const [key, ...others] = table.columns;
  const plain = others.filter(({ computed }) => computed === undefined);
  if (plain.length === 0) return undefined;
  const column = chance.of(plain);
  const options: string[] = [];
  let { comment, default: given, ...next } = column;
  const computed = table.columns.some((one) => one.computed?.includes(quoted(column.name, setting)));
  const typed = column.parent === undefined && !computed && key !== column;
  const sort = chance.of([...(wider[column.sort] ?? []), column.sort]);
  if (typed && sort !== column.sort && (sorts[sort].short || (given === undefined && !standsOn(table, column.id)))) {
    options.push(`type: (t, name) => t.${sorts[sort].word.replace('{}', 'name')}`);
    next = { ...next, sort };
  }
  const setsNull = table.foreigns.some((foreign) => foreign.column === column.id && foreign.setsNull);
  const full = table.rows.every((row) => (row.get(column.id) ?? null) !== null);
  if (chance.chance(40) && (column.nullable ? full && !setsNull && column.parent === undefined : true)) {
    next = { ...next, nullable: !column.nullable, filled: true };
    options.push(`nullable: ${next.nullable}`);
  }
  if (chance.chance(40) && sorts[next.sort].short && column.parent === undefined) {
    given = given !== undefined && chance.chance(50) ? undefined : (sorts[next.sort] as Sort).value(chance.below(50));
    if (given !== column.default) options.push(`default: ${js(given ?? null)}`);
  }
  if (chance.chance(30) && setting.dialect !== 'sqlite') {
    comment = comment !== undefined && chance.chance(50) ? undefined : `it’s altered ${world.next}'`;
    if (comment !== column.comment) options.push(`comment: ${js(comment ?? null)}`);
  }
  if (options.length === 0) return undefined;
  const altered: Column = {
    ...next,
    ...(given === undefined ? {} : { default: given }),
    ...(comment === undefined ? {} : { comment }),
  };
  return {
    world: withTable({ ...world, next: world.next + 1 }, withColumn(table, altered)),
    says: [`op.alterColumn(${js(table.name)}, ${js(column.name)}, { ${options.join(', ')} });`],
  };
};

export const columnMoves: readonly Move[] = [
  addColumn,
  addColumn,
  addComputed,
  dropColumn,
  renameColumn,
  alterColumn,
  alterColumn,
  alterColumn,
];
