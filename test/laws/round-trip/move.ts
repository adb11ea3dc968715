/** What moves are made of: chance, and what each does to the world and says to `op`. */

import type { Column, Sort, Table, Tested, Value, World } from './world.ts';
import { sorts } from './world.ts';

/** Numbers that a property test hands out, so that it can make a failing history smaller. */
export interface Chance {
  /** From 0 to below `n`. */
  below(n: number): number;
  chance(percent: number): boolean;
  of<T>(list: readonly T[]): T;
}

export function chanceFrom(numbers: readonly number[]): Chance {
  let at = 0;
  const below = (n: number): number => (numbers[at++ % numbers.length] ?? 0) % n;
  return {
    below,
    chance: (percent) => below(100) < percent,
    of: (list) => list[below(list.length)]!,
  };
}

export interface Made {
  readonly world: World;
  /** Statements of `upgrade(op)`. */
  readonly says: readonly string[];
  /** Statements of `downgrade(op)`, for what no downgrade can be worked out from. */
  readonly undo?: readonly string[];
}

export interface Setting {
  readonly dialect: Tested;
  /** Before every name that must be the only one of its kind in a database. */
  readonly prefix: string;
}

/** Undefined where the world has nothing for it. */
export type Move = (world: World, chance: Chance, setting: Setting) => Made | undefined;

export const js = (value: unknown): string => JSON.stringify(value);

export function quoted(name: string, { dialect }: Pick<Setting, 'dialect'>): string {
  const mark = dialect === 'mysql' || dialect === 'mariadb' ? '`' : '"';
  return mark + name.replaceAll(mark, mark + mark) + mark;
}

/** A column on knex's builder: `t.integer("a").notNullable()`. */
export function columnText(column: Column): string {
  const words = [`t.${sorts[column.sort].word.replace('{}', js(column.name))}`];
  if (column.computed !== undefined)
    return [...words, `computed(${js(column.computed)}, { persisted: true })`].join('.');
  if (!column.nullable) words.push('notNullable()');
  if (column.default !== undefined) words.push(`defaultTo(${js(column.default)})`);
  if (column.comment !== undefined) words.push(`comment(${js(column.comment)})`);
  return words.join('.');
}

export function drawnValue(column: Column, world: World, n: number): Value {
  if (column.parent === undefined) return (sorts[column.sort] as Sort).value(n);
  const parent = world.tables.find(({ id }) => id === column.parent);
  const [row] = parent?.rows ?? [];
  return row?.get(parent!.columns[0]!.id) ?? null;
}

export const shortColumns = ({ columns }: Table): readonly Column[] =>
  columns.filter((column) => sorts[column.sort].short && column.computed === undefined);
