/** The rows of answers as data. */

import type { Grant } from '../schema/objects.ts';
import { nothing, put, type Registry } from '../schema/registry.ts';
import { keyOf } from '../schema/schema.ts';
import type { Row } from './inventory.ts';

function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** ` and <column> in (…)`, or nothing where all are meant. */
export function within(column: string, names: readonly string[] | undefined): string {
  return names === undefined ? '' : ` and ${column} in (${names.map(sqlText).join(', ')})`;
}

export function except(column: string, names: readonly string[]): string {
  return names.length === 0 ? '' : ` and ${column} not in (${names.map(sqlText).join(', ')})`;
}

/** What the rows about one thing say. `F` is what the question's JSON holds. */
export function facts<F>(rows: readonly Row[], about: string): readonly F[] {
  return rows.flatMap(([what, json]) => (what === about && typeof json === 'string' ? [JSON.parse(json) as F] : []));
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

export function byPosition<T extends { readonly position: number }>(items: readonly T[] | undefined): readonly T[] {
  return [...(items ?? [])].sort((a, b) => a.position - b.position);
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined | null> };

/** Without the parts that say nothing. */
export function present<T extends object>(parts: T): Present<T> {
  const said = Object.entries(parts).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(said) as Present<T>;
}

export function registryOf<T>(items: readonly T[], keyOf: (item: T) => string): Registry<T> {
  return items.reduce<Registry<T>>((registry, item) => put(registry, keyOf(item), item), nothing);
}

/** Rights come one by one; those of one role on one thing are one grant. */
export interface Right {
  readonly grant: Omit<Grant, 'privileges' | 'withGrantOption'>;
  readonly privilege: string;
  readonly passed: boolean;
}

export function grantsOf(rights: readonly Right[]): Registry<Grant> {
  const byThing = groupBy(rights, ({ grant }) => keyOf.grant({ ...grant, privileges: [], withGrantOption: false }));
  const grants = [...byThing.values()].map((group): Grant => {
    const privileges = [...new Set(group.map(({ privilege }) => privilege))].sort();
    return { ...group[0]!.grant, privileges, withGrantOption: group.some(({ passed }) => passed) };
  });
  return registryOf(grants, keyOf.grant);
}
