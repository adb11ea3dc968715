/** Tables and their rows. */

import { columnText, drawnValue, js, type Made, type Move, quoted } from './move.ts';
import { type Column, isFew, type Row, type SortName, sorts, type Table, type World, withTable } from './world.ts';

const columnNames = ['a', 'b', 'order', 'Mixed Case', 'größe', 'select', 'o’clock', 'n"q', 'pct%', 'q?'];
const sortNames = Object.keys(sorts) as SortName[];

export function newColumn(world: World, chance: Parameters<Move>[1], anyNullable = true): Column {
  const sort = chance.of(sortNames);
  const nullable = anyNullable && chance.chance(60);
  const given = sorts[sort].short && chance.chance(30) ? { default: sorts[sort].value(chance.below(50)) } : {};
  const comment = chance.chance(15) ? { comment: `it's "${world.next}" \\ %` } : {};
  return {
    id: world.next,
    name: `${chance.of(columnNames)}${world.next}`,
    sort,
    nullable,
    filled: !nullable,
    ...given,
    ...comment,
  };
}

const createTable: Move = (world, chance, setting) => {
  if (world.tables.length > 3) return undefined;
  let next = world.next;
  const take = (): number => next++;
  const kinds = [
    'key',
    'key',
    'increments',
    ...(setting.dialect === 'postgresql' ? ['identity' as const] : []),
  ] as const;
  const kind = chance.of(kinds);
  const id: Column = { id: take(), name: 'id', sort: 'integer', nullable: false, filled: true };
  const more = Array.from({ length: 1 + chance.below(3) }, () => newColumn({ ...world, next: take() }, chance));
  const name = `${setting.prefix}${chance.of(['t', 'T ', 'order'])}${take()}`;
  const primary: Table['primary'] =
    kind === 'key' && chance.chance(50) ? { kind, name: `${setting.prefix}pk${take()}` } : { kind };
  const unique = more.filter(({ sort }) => sorts[sort].short && !isFew(sort)).slice(0, chance.below(2));
  const uniques = unique.map((column) => ({ name: `${setting.prefix}uq${take()}`, columns: [column.id] }));
  const comment = chance.chance(20) ? { comment: `what "${name}" holds, isn't it` } : {};
  // MySQL 5.6 gives a key that does not say NOT NULL a default of its own
  const filled = setting.dialect === 'mysql' || chance.chance(60) ? '.notNullable()' : '';
  const idText = {
    key: `t.integer('id')${filled}${primary.name === undefined ? '.primary()' : ''};`,
    increments: `t.increments('id');`,
    identity: `t.integer('id').identity().primary();`,
  }[kind];
  const table: Table = {
    id: take(),
    name,
    columns: [id, ...more.map((column) => (unique.includes(column) ? { ...column, told: true as const } : column))],
    primary,
    uniques,
    checks: [],
    foreigns: [],
    indexes: [],
    ...comment,
    referred: false,
    views: [],
    triggers: [],
    rows: [],
  };
  const inside = [
    idText,
    ...more.map((column) => `${columnText(column)};`),
    ...(primary.name === undefined ? [] : [`t.primary(['id'], { constraintName: ${js(primary.name)} });`]),
    ...uniques.map((key, at) => `t.unique([${js(unique[at]!.name)}], { indexName: ${js(key.name)} });`),
  ];
  const says = [`op.createTable(${js(name)}, (t) => { ${inside.join(' ')} }, ${js(comment)});`];
  return { world: { ...world, tables: [...world.tables, table], next }, says };
};

const dropTable: Move = (world, chance) => {
  const free = world.tables.filter(({ referred, views }) => !referred && views.length === 0);
  if (free.length === 0) return undefined;
  const table = chance.of(free);
  return {
    world: { ...world, tables: world.tables.filter((one) => one !== table) },
    says: [`op.dropTable(${js(table.name)}, { dataLoss: 'drawn by lot' });`],
  };
};

const renameTable: Move = (world, chance, { prefix }) => {
  const free = world.tables.filter(({ views, triggers }) => views.length === 0 && triggers.length === 0);
  if (free.length === 0) return undefined;
  const table = chance.of(free);
  const name = `${prefix}${chance.of(['r', 'R ', 'group'])}${world.next}`;
  return {
    world: withTable({ ...world, next: world.next + 1 }, { ...table, name }),
    says: [`op.renameTable(${js(table.name)}, ${js(name)});`],
  };
};

const commentTable: Move = (world, chance, { dialect }) => {
  if (world.tables.length === 0 || dialect === 'sqlite') return undefined;
  const { comment: old, ...table } = chance.of(world.tables);
  if (old !== undefined && chance.chance(50)) {
    return { world: withTable(world, table), says: [`op.dropTableComment(${js(table.name)});`] };
  }
  const comment = `comment ${world.next} -- '*/`;
  return {
    world: withTable({ ...world, next: world.next + 1 }, { ...table, comment }),
    says: [`op.createTableComment(${js(table.name)}, ${js(comment)});`],
  };
};

/** The way back removes what came, by its key. */
const insert: Move = (world, chance, setting): Made | undefined => {
  if (world.tables.length === 0) return undefined;
  const table = chance.of(world.tables);
  let next = world.next;
  const rows: Row[] = Array.from({ length: 1 + chance.below(3) }, () => {
    const n = next++;
    return new Map(
      table.columns
        .filter(({ computed }) => computed === undefined)
        .map((column, at) => [
          column.id,
          at === 0 ? n : column.filled || chance.chance(70) ? drawnValue(column, world, n) : null,
        ]),
    );
  });
  const given = rows.map((row) =>
    Object.fromEntries(table.columns.flatMap((c) => (row.has(c.id) ? [[c.name, row.get(c.id)]] : []))),
  );
  const [key] = table.columns;
  const ids = rows.map((row) => String(row.get(key!.id))).join(', ');
  const where = `${quoted(table.name, setting)} where ${quoted(key!.name, setting)} in (${ids})`;
  return {
    world: withTable({ ...world, next }, { ...table, rows: [...table.rows, ...rows] }),
    says: [`await op.bulkInsert(${js(table.name)}, ${js(given)});`],
    undo: [`op.execute(${js(`delete from ${where}`)});`],
  };
};

export const tableMoves: readonly Move[] = [
  createTable,
  createTable,
  createTable,
  insert,
  insert,
  insert,
  insert,
  dropTable,
  renameTable,
  commentTable,
];
