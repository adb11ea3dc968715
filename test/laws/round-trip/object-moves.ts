/** What stands beside tables: views, triggers, sequences, routines and enumerated types. */

import { js, type Move, quoted, type Setting } from './move.ts';
import { type Table, type View, type World, withTable } from './world.ts';

function queryOf(table: Table, least: number, setting: Setting): string {
  const columns = table.columns.map((column) => quoted(column.name, setting)).join(', ');
  return `select ${columns} from ${quoted(table.name, setting)} where ${quoted(table.columns[0]!.name, setting)} > ${least}`;
}

const createView: Move = (world, chance, setting) => {
  if (world.tables.length === 0) return undefined;
  const table = chance.of(world.tables);
  const materialized = setting.dialect === 'postgresql' && chance.chance(30);
  const view: View = { name: `${setting.prefix}v${world.next}`, materialized };
  const create = materialized ? 'createMaterializedView' : 'createView';
  return {
    world: withTable({ ...world, next: world.next + 1 }, { ...table, views: [...table.views, view] }),
    says: [`op.${create}(${js(view.name)}, ${js(queryOf(table, 0, setting))});`],
  };
};

/** Columns that came since the view did are in it afterwards. */
const replaceView: Move = (world, chance, setting) => {
  const seen = world.tables.filter(({ views }) => views.some(({ materialized }) => !materialized));
  if (seen.length === 0) return undefined;
  const table = chance.of(seen);
  const { name } = chance.of(table.views.filter(({ materialized }) => !materialized));
  return {
    world: { ...world, next: world.next + 1 },
    says: [`op.replaceView(${js(name)}, ${js(queryOf(table, world.next, setting))});`],
  };
};

const dropView: Move = (world, chance) => {
  const seen = world.tables.filter(({ views }) => views.length > 0);
  if (seen.length === 0) return undefined;
  const table = chance.of(seen);
  const view = chance.of(table.views);
  return {
    world: withTable(world, { ...table, views: table.views.filter((one) => one !== view) }),
    says: [`op.drop${view.materialized ? 'Materialized' : ''}View(${js(view.name)});`],
  };
};

function triggerText(table: Table, event: string, setting: Setting): string {
  const on = `after ${event} on ${quoted(table.name, setting)} for each row`;
  const row = event === 'delete' ? 'old' : 'new';
  const key = quoted(table.columns[0]!.name, setting);
  if (setting.dialect === 'postgresql') {
    const of = event === 'update' ? ` of ${key}` : '';
    const when = event === 'delete' ? ` when (new.${key} > 0)` : '';
    return `before update${of} on ${quoted(table.name, setting)} for each row${when} execute function suppress_redundant_updates_trigger()`;
  }
  return setting.dialect === 'sqlite' ? `${on} begin select ${row}.${key}; end` : `${on} set @seen = ${row}.${key}`;
}

const events = ['insert', 'update', 'delete'] as const;

const createTrigger: Move = (world, chance, setting) => {
  const bare = world.tables.filter(({ triggers }) => triggers.length === 0);
  if (bare.length === 0) return undefined;
  const table = chance.of(bare);
  const name = `${setting.prefix}tr${world.next}`;
  return {
    world: withTable({ ...world, next: world.next + 1 }, { ...table, triggers: [name] }),
    says: [`op.createTrigger(${js(name)}, ${js(table.name)}, ${js(triggerText(table, chance.of(events), setting))});`],
  };
};

const changeTrigger: Move = (world, chance, setting) => {
  const watched = world.tables.filter(({ triggers }) => triggers.length > 0);
  if (watched.length === 0) return undefined;
  const table = chance.of(watched);
  const [name] = table.triggers;
  if (chance.chance(50)) {
    return {
      world: withTable(world, { ...table, triggers: [] }),
      says: [`op.dropTrigger(${js(name)}, ${js(table.name)});`],
    };
  }
  const text = triggerText(table, chance.of(events), setting);
  return { world, says: [`op.replaceTrigger(${js(name)}, ${js(table.name)}, ${js(text)});`] };
};

const createSequence: Move = (world, chance, { dialect, prefix }) => {
  if (dialect === 'mysql' || dialect === 'sqlite') return undefined;
  const name = `${prefix}sq${world.next}`;
  const options = chance.of([{}, { start: 10, increment: 5 }, { maxValue: 1000 }]);
  return {
    world: { ...world, sequences: [...world.sequences, name], next: world.next + 1 },
    says: [`op.createSequence(${js(name)}, ${js(options)});`],
  };
};

const changeSequence: Move = (world, chance, { prefix }) => {
  if (world.sequences.length === 0) return undefined;
  const name = chance.of(world.sequences);
  const others = world.sequences.filter((one) => one !== name);
  if (chance.chance(40)) return { world: { ...world, sequences: others }, says: [`op.dropSequence(${js(name)});`] };
  if (chance.chance(50)) {
    const options = chance.of([{ increment: 3 }, { maxValue: 5000 }, { cycle: true }, { cache: 7 }]);
    return { world, says: [`op.alterSequence(${js(name)}, ${js(options)});`] };
  }
  const to = `${prefix}rs${world.next}`;
  return {
    world: { ...world, sequences: [...others, to], next: world.next + 1 },
    says: [`op.renameSequence(${js(name)}, ${js(to)});`],
  };
};

function bodyOf(kind: 'Function' | 'Procedure', n: number, { dialect }: Setting): string {
  if (dialect === 'postgresql') {
    return kind === 'Function'
      ? `(amount integer) returns integer language sql as $$ select amount * ${n}; $$`
      : `(amount integer) language sql as $$ select amount * ${n}; $$`;
  }
  return kind === 'Function'
    ? `(amount int) returns int deterministic return amount * ${n}`
    : `(in amount int) begin set @seen = amount * ${n}; end`;
}

const changeRoutine: Move = (world, chance, setting) => {
  if (setting.dialect === 'sqlite') return undefined;
  const n = world.next;
  if (world.routines.length === 0 || chance.chance(40)) {
    const kind = chance.of(['Function', 'Procedure'] as const);
    const name = `${setting.prefix}ro${n}`;
    return {
      world: { ...world, routines: [...world.routines, { kind, name }], next: n + 1 },
      says: [`op.create${kind}(${js(name)}, ${js(bodyOf(kind, n, setting))});`],
    };
  }
  const routine = chance.of(world.routines);
  const { kind, name } = routine;
  if (chance.chance(60)) {
    return {
      world: { ...world, next: n + 1 },
      says: [`op.replace${kind}(${js(name)}, ${js(bodyOf(kind, n, setting))});`],
    };
  }
  return {
    world: { ...world, routines: world.routines.filter((one) => one !== routine) },
    says: [`op.drop${kind}(${js(name)});`],
  };
};

const changeEnum: Move = (world, chance, { dialect, prefix }) => {
  if (dialect !== 'postgresql') return undefined;
  const value = `value ${world.next}'s`;
  const next = world.next + 1;
  if (world.enums.length === 0) {
    const name = `${prefix}en${world.next}`;
    return {
      world: { ...world, enums: [{ name, values: ['x', value] }], next },
      says: [`op.createEnum(${js(name)}, ${js(['x', value])});`],
    };
  }
  const type = chance.of(world.enums);
  const put = (...types: World['enums']): World => ({
    ...world,
    next,
    enums: world.enums.flatMap((one) => (one === type ? types : [one])),
  });
  if (chance.chance(15)) return { world: put(), says: [`op.dropEnum(${js(type.name)});`] };
  if (chance.chance(15)) {
    const name = `${prefix}re${world.next}`;
    return { world: put({ ...type, name }), says: [`op.renameEnum(${js(type.name)}, ${js(name)});`] };
  }
  const values = (list: readonly string[]): World => put({ ...type, values: list });
  const old = chance.of(type.values);
  const rest = type.values.filter((one) => one !== old);
  if (chance.chance(50))
    return { world: values([...type.values, value]), says: [`op.addEnumValue(${js(type.name)}, ${js(value)});`] };
  if (chance.chance(50) && rest.length > 0)
    return { world: values(rest), says: [`op.dropEnumValue(${js(type.name)}, ${js(old)});`] };
  return { world: values([...rest, value]), says: [`op.renameEnumValue(${js(type.name)}, ${js(old)}, ${js(value)});`] };
};

export const objectMoves: readonly Move[] = [
  createView,
  replaceView,
  dropView,
  createTrigger,
  changeTrigger,
  createSequence,
  changeSequence,
  changeRoutine,
  changeEnum,
];
