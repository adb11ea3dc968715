/** Constraints and indexes. */

import { js, type Move, quoted, shortColumns } from './move.ts';
import { type Column, isFew, type Table, tableBy, telling, withColumn, withTable } from './world.ts';

function distinct(table: Table, columns: readonly Column[]): boolean {
  const shown = table.rows.flatMap((row) => {
    const values = columns.map(({ id }) => row.get(id) ?? null);
    return values.includes(null) ? [] : [JSON.stringify(values)];
  });
  return new Set(shown).size === shown.length;
}

/** Columns whose values will be others in every row to come. */
const distinctive = (table: Table): readonly Column[] =>
  shortColumns(table).filter(({ sort, parent }) => !isFew(sort) && parent === undefined);

const addUnique: Move = (world, chance, { prefix }) => {
  const table = world.tables.length === 0 ? undefined : chance.of(world.tables);
  const columns = table === undefined ? [] : distinctive(table).slice(1);
  if (table === undefined || columns.length === 0) return undefined;
  const first = chance.of(columns);
  const second = chance.of(columns);
  const chosen = first === second || chance.chance(60) ? [first] : [first, second];
  if (!distinct(table, chosen)) return undefined;
  const name = `${prefix}uq${world.next}`;
  const key = { name, columns: chosen.map(({ id }) => id) };
  const list = js(chosen.map((column) => column.name));
  const says = chance.chance(50)
    ? `op.createUniqueConstraint(${js(name)}, ${js(table.name)}, ${list});`
    : `op.schema.alterTable(${js(table.name)}, (t) => { t.unique(${list}, { indexName: ${js(name)} }); });`;
  return {
    world: withTable(
      { ...world, next: world.next + 1 },
      telling({ ...table, uniques: [...table.uniques, key] }, key.columns),
    ),
    says: [says.startsWith('op.schema') ? `await ${says}` : says],
  };
};

const addCheck: Move = (world, chance, setting) => {
  const table = world.tables.length === 0 ? undefined : chance.of(world.tables);
  // MariaDB refuses a check that speaks of what a foreign key may change
  const columns =
    table?.columns.filter(
      ({ sort, computed, parent }) => /integer|decimal/i.test(sort) && (computed ?? parent) === undefined,
    ) ?? [];
  if (table === undefined || columns.length === 0 || setting.dialect === 'mysql') return undefined;
  const column = chance.of(columns);
  // MariaDB refuses a check that speaks of a column that counts by itself
  if (table.primary.kind !== 'key' && column === table.columns[0]) return undefined;
  const name = `${setting.prefix}ck${world.next}`;
  const shown = quoted(column.name, setting);
  const condition = chance.of([
    `${shown} >= 0`,
    `${shown} >= 0 and ${shown} < 1000000`,
    `(${shown} > -1) or ${shown} is null`,
  ]);
  return {
    world: withTable(
      { ...world, next: world.next + 1 },
      { ...table, checks: [...table.checks, { name, columns: [column.id] }] },
    ),
    says: [`op.createCheckConstraint(${js(name)}, ${js(table.name)}, ${js(condition)});`],
  };
};

/** A new column that refers, whose rows name none or the first of the other table. */
const addForeign: Move = (world, chance, { prefix }) => {
  if (world.tables.length === 0) return undefined;
  const table = chance.of(world.tables);
  const parent = chance.of(world.tables);
  const taken = table.columns.filter((column) => column.parent === parent.id);
  const name = `${prefix}fk${world.next}`;
  const onDelete = chance.of([undefined, 'cascade', 'set null', 'restrict'] as const);
  const options = js(onDelete === undefined ? {} : { onDelete });
  const key = { name, parent: parent.id, setsNull: onDelete === 'set null' };
  const [free] = taken.filter(({ id }) => !table.foreigns.some((foreign) => foreign.column === id));
  const target = parent.columns[0]!.name;
  const next = world.next + 2;
  const says = (column: string): string =>
    `op.createForeignKey(${js(name)}, ${js(table.name)}, ${js(parent.name)}, [${js(column)}], [${js(target)}], ${options});`;
  const marked = (changed: Table) => {
    const there = withTable({ ...world, next }, changed);
    return withTable(there, { ...tableBy(there, parent.id), referred: true });
  };
  if (free !== undefined) {
    if (key.setsNull && !free.nullable) return undefined;
    return {
      world: marked({ ...table, foreigns: [...table.foreigns, { ...key, column: free.id }] }),
      says: [says(free.name)],
    };
  }
  const column: Column = {
    id: world.next + 1,
    name: `ref${world.next}`,
    sort: 'integer',
    nullable: true,
    filled: false,
    parent: parent.id,
  };
  const word =
    parent.primary.kind === 'increments' ? `t.integer(${js(column.name)}).unsigned()` : `t.integer(${js(column.name)})`;
  return {
    world: marked({
      ...table,
      columns: [...table.columns, column],
      rows: table.rows.map((row) => new Map([...row, [column.id, null]])),
      foreigns: [...table.foreigns, { ...key, column: column.id }],
    }),
    says: [`op.addColumn(${js(table.name)}, (t) => ${word});`, says(column.name)],
  };
};

const lists = ['uniques', 'checks', 'foreigns'] as const;

const dropConstraint: Move = (world, chance) => {
  const list = chance.of(lists);
  const tables = world.tables.filter((table) => table[list].length > 0);
  if (tables.length === 0) return undefined;
  const table = chance.of(tables);
  const keys: readonly { readonly name: string }[] = table[list];
  const key = chance.of(keys);
  return {
    world: withTable(world, { ...table, [list]: keys.filter((one) => one !== key) }),
    says: [`op.dropConstraint(${js(key.name)}, ${js(table.name)});`],
  };
};

const renameConstraint: Move = (world, chance, { prefix }) => {
  const list = chance.of(lists);
  const tables = world.tables.filter((table) => table[list].length > 0);
  if (tables.length === 0) return undefined;
  const table = chance.of(tables);
  const keys: readonly { readonly name: string }[] = table[list];
  const key = chance.of(keys);
  const name = `${prefix}rn${world.next}`;
  const renamed = keys.map((one) => (one === key ? { ...one, name } : one));
  return {
    world: withTable({ ...world, next: world.next + 1 }, { ...table, [list]: renamed }),
    says: [`op.renameConstraint(${js(key.name)}, ${js(name)}, ${js(table.name)});`],
  };
};

const createIndex: Move = (world, chance, setting) => {
  const table = world.tables.length === 0 ? undefined : chance.of(world.tables);
  const columns = table === undefined ? [] : shortColumns(table).slice(1);
  if (table === undefined || columns.length === 0) return undefined;
  const column = chance.of(columns);
  const name = `${setting.prefix}ix${world.next}`;
  const rich = setting.dialect === 'postgresql' || setting.dialect === 'sqlite';
  const shown = quoted(column.name, setting);
  const plain = [js(column.name)];
  const part = chance.of([
    plain,
    [js(column.name), js(table.columns[0]!.name)],
    ...(setting.dialect === 'mysql' ? [] : [[js({ column: column.name, order: 'desc' })]]),
    ...(rich && /string/.test(column.sort) ? [[js({ expression: `lower(${shown})` })]] : []),
  ]);
  const options: Record<string, unknown> = {};
  if (rich && chance.chance(25)) options.where = `${shown} is not null`;
  if (setting.dialect === 'postgresql' && chance.chance(15)) options.include = [table.columns[0]!.name];
  if (column.parent === undefined && !isFew(column.sort) && chance.chance(20) && distinct(table, [column]))
    options.unique = true;
  const key = { name, columns: [column.id] };
  const grown = { ...table, indexes: [...table.indexes, key] };
  const changed = options.unique === true ? telling(grown, key.columns) : grown;
  return {
    world: withTable({ ...world, next: world.next + 1 }, changed),
    says: [`op.createIndex(${js(name)}, ${js(table.name)}, [${part.join(', ')}], ${js(options)});`],
  };
};

const dropIndex: Move = (world, chance) => {
  const tables = world.tables.filter(({ indexes }) => indexes.length > 0);
  if (tables.length === 0) return undefined;
  const table = chance.of(tables);
  const index = chance.of(table.indexes);
  return {
    world: withTable(world, { ...table, indexes: table.indexes.filter((one) => one !== index) }),
    says: [`op.dropIndex(${js(index.name)}, ${js(table.name)});`],
  };
};

const renameIndex: Move = (world, chance, { prefix }) => {
  const tables = world.tables.filter(({ indexes }) => indexes.length > 0);
  if (tables.length === 0) return undefined;
  const table = chance.of(tables);
  const index = chance.of(table.indexes);
  const name = `${prefix}ri${world.next}`;
  const indexes = table.indexes.map((one) => (one === index ? { ...one, name } : one));
  return {
    world: withTable({ ...world, next: world.next + 1 }, { ...table, indexes }),
    says: [`op.renameIndex(${js(index.name)}, ${js(name)}, ${js(table.name)});`],
  };
};

/** Another name for the primary key: dropped, and made again. */
const remakePrimary: Move = (world, chance, { prefix }) => {
  const tables = world.tables.filter(({ primary, referred }) => primary.kind === 'key' && !referred);
  if (tables.length === 0) return undefined;
  const table = chance.of(tables);
  const name = `${prefix}pk${world.next}`;
  const [id] = table.columns;
  return {
    world: withTable({ ...world, next: world.next + 1 }, withColumn({ ...table, primary: { kind: 'key', name } }, id!)),
    says: [
      table.primary.name === undefined
        ? `await op.schema.alterTable(${js(table.name)}, (t) => { t.dropPrimary(); });`
        : `op.dropConstraint(${js(table.primary.name)}, ${js(table.name)});`,
      `op.createPrimaryKey(${js(name)}, ${js(table.name)}, [${js(id!.name)}]);`,
    ],
  };
};

export const keyMoves: readonly Move[] = [
  addUnique,
  addCheck,
  addForeign,
  addForeign,
  dropConstraint,
  renameConstraint,
  createIndex,
  createIndex,
  dropIndex,
  renameIndex,
  remakePrimary,
];
