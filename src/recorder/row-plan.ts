/** What a revision does with the rows of a read, row by row, found out with rows that it has never seen. */

import { isDeepStrictEqual } from 'node:util';
import { Hindrance } from './hindrance.ts';
import { type Probed, type Row, strangers } from './probes.ts';
import { bare, type RowDeed, sameForm } from './row-deeds.ts';
import type { Rerun } from './trace.ts';

/** One run of the revision in which the read has these rows. */
export type RunWith = (rows: readonly Row[]) => Promise<Rerun>;

/** A deed whose values are columns of the read, or the same for every row. */
export interface Template {
  readonly deed: RowDeed;
  readonly values: readonly ({ readonly column: string } | { readonly is: unknown })[];
}

/** What a run did, deed by deed. */
export interface Item {
  readonly change: number;
  readonly sign: string;
  readonly deed?: RowDeed;
}

/** Rows of one probe. */
const together = 60;

export function itemsOf({ signs, deeds }: Rerun): readonly Item[] {
  return signs.flatMap((sign, change): readonly Item[] => {
    const apart = deeds[change];
    return apart === undefined ? [{ change, sign }] : apart.map((deed) => ({ change, sign: '', deed }));
  });
}

function same(a: Item | undefined, b: Item | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.deed === undefined || b.deed === undefined) return a.deed === b.deed && a.sign === b.sign;
  return isDeepStrictEqual(a.deed, b.deed);
}

const gathered = 'rows are chosen or gathered in JavaScript';
const intoOf = ({ columns, keys }: RowDeed, value: number): string => bare([...columns, ...keys][value]!);

/** What was done otherwise than planned: a clause; undefined where nothing was. */
export function differenceOf(done: readonly Item[], planned: readonly Item[]): string | undefined {
  if (done.length !== planned.length) return gathered;
  const at = done.findIndex((item, n) => !same(item, planned[n]));
  if (at < 0) return undefined;
  const [deed, other] = [done[at]?.deed, planned[at]?.deed];
  if (deed === undefined || other === undefined || !sameForm(deed, other))
    return 'not every row has the same statement';
  const value = deed.values.findIndex((one, n) => !isDeepStrictEqual(one, other.values[n]));
  return `${intoOf(deed, value)} is worked out in JavaScript for some rows`;
}

const deedFor = ({ deed, values }: Template, row: Row): Item => ({
  change: -1,
  sign: '',
  deed: { ...deed, values: values.map((one) => ('column' in one ? row[one.column] : one.is)) },
});

/** Where a value is neither a column's nor always the same there is none. */
function templateOf(
  known: readonly { readonly item: Item | undefined; readonly row: Row }[],
  columns: readonly Probed[],
): Template {
  const deeds = known.flatMap(({ item }) => item?.deed ?? []);
  const [first] = deeds;
  if (first === undefined || deeds.length < known.length)
    throw new Hindrance('it goes into a statement that is no plain insert, update or delete of values');
  if (!deeds.every((deed) => sameForm(deed, first))) throw new Hindrance('not every row has the same statement');
  const values = first.values.map((value, at) => {
    if (deeds.every((deed) => isDeepStrictEqual(deed.values[at], value))) return { is: value };
    const [column, ...others] = columns.filter(({ name }) =>
      known.every(({ row }, n) => isDeepStrictEqual(deeds[n]!.values[at], row[name])),
    );
    const into = intoOf(first, at);
    if (column === undefined) throw new Hindrance(`${into} is worked out in JavaScript`);
    if (others.length > 0) throw new Hindrance(`nobody can tell from which column ${into} comes`);
    return { column: column.name };
  });
  return { deed: first, values };
}

/** What the revision seems to do with rows. */
export interface Plan {
  expected(rows: readonly Row[]): readonly Item[];
  /** With so many rows: where the deeds of each template begin, and how many there are. */
  places(rows: number): readonly { readonly template: Template; readonly from: number; readonly count: number }[];
  /** Rows of one run. */
  readonly most: number;
  readonly needsRow: boolean;
}

export async function eachRow(run: RunWith, columns: readonly Probed[]): Promise<Plan> {
  const row = (n: number): Row => strangers(columns, n);
  const none = await run([]);
  if (!none.whole) throw new Hindrance('the revision stops where there is no row');
  const without = itemsOf(none);
  const one = itemsOf(await run([row(1)]));
  const several = itemsOf(await run([row(2), row(3), row(4), row(5)]));
  const start = one.findIndex((item, at) => !same(item, without[at]));
  const [each, all] = [one.length - without.length, several.length - without.length];
  if (each > 1 && all === 4 * each) throw new Hindrance(`there are ${each} statements for each row`);
  if (start < 0 || each !== 1 || all !== 4) throw new Hindrance(gathered);
  const known = [
    { item: one[start], row: row(1) },
    ...[2, 3, 4, 5].map((n) => ({ item: several[start + n - 2], row: row(n) })),
  ];
  const template = templateOf(known, columns);
  return {
    most: together,
    needsRow: false,
    expected: (rows) => [
      ...without.slice(0, start),
      ...rows.map((each) => deedFor(template, each)),
      ...without.slice(start),
    ],
    places: (count) => [{ template, from: start, count }],
  };
}

export async function oneRow(run: RunWith, columns: readonly Probed[], own: boolean): Promise<Plan> {
  const all: { readonly row: Row; readonly items: readonly Item[] }[] = [];
  for (const n of [1, 2, 3, 4, 5]) {
    const row = strangers(columns, n);
    all.push({ row, items: itemsOf(await run([row])) });
  }
  const [first] = all;
  if (first === undefined || !all.every(({ items }) => items.length === first.items.length))
    throw new Hindrance('JavaScript decides by the row which statements there are');
  const hanging = first.items.flatMap((item, at) => (all.every(({ items }) => same(items[at], item)) ? [] : [at]));
  const templates = hanging.map((at) =>
    templateOf(
      all.map(({ row, items }) => ({ item: items[at], row })),
      columns,
    ),
  );
  if (hanging.length === 0) throw new Hindrance('JavaScript decides by the row which statements there are');
  const none = own ? undefined : await run([]);
  const without = first.items.filter((_, at) => !hanging.includes(at));
  if (none?.whole && differenceOf(itemsOf(none), without) !== undefined)
    throw new Hindrance('JavaScript does something else where there is no row');
  return {
    most: 1,
    needsRow: none?.whole !== true,
    expected: ([each]) =>
      each === undefined
        ? without
        : first.items.map((item, at) => {
            const template = templates[hanging.indexOf(at)];
            return template === undefined ? item : deedFor(template, each);
          }),
    places: (count) =>
      hanging.map((at, n) => ({ template: templates[n]!, from: count === 0 ? at - n : at, count: Math.min(count, 1) })),
  };
}
