/**
 * A read whose rows go into statements as they are, row by row, is left to the database: the statements ask for the rows themselves.
 * That it is so is found by running the revision with rows that it has never seen.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Of, Operation } from '../operation/operation.ts';
import type { Field } from '../shadow/shadow.ts';
import type { Exchange } from './exchange.ts';
import { edgeRows, type Probed, probed, type Row, strangers } from './probes.ts';
import { type Traits, tablesOf } from './question.ts';
import type { Change } from './recording.ts';
import { type RowDeed, sameForm } from './row-deeds.ts';
import type { Rerun } from './trace.ts';

/** One run of the revision in which the read has these rows. */
export type RunWith = (rows: readonly Row[]) => Promise<Rerun>;

export interface Rewriting {
  readonly exchange: Exchange;
  readonly traits: Traits;
  /** The revision itself has made the row that is read. */
  readonly own: boolean;
  /** The text of the revision's file. */
  readonly source: string;
  readonly changes: readonly Change[];
  readonly run: RunWith;
}

/** A deed whose values are columns of the read, or the same for every row. */
export interface Template {
  readonly deed: RowDeed;
  readonly values: readonly ({ readonly column: string } | { readonly is: unknown })[];
}

/** Changes that the template stands for: `count` of them from `at` on, or none, where it stands before `at`. */
export interface Rewritten {
  readonly at: number;
  readonly count: number;
  readonly templates: readonly Template[];
  /** Where there is no row, the revision goes no further. */
  readonly needsRow: boolean;
}

/** What a run did, deed by deed. */
interface Item {
  readonly change: number;
  readonly sign: string;
  readonly deed?: RowDeed;
}

const mostRuns = 1000;
/** Rows of one probe. */
const together = 60;

function itemsOf({ signs, deeds }: Rerun): readonly Item[] {
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

const allSame = (a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((one, at) => same(one, b[at]));

const deedFor = ({ deed, values }: Template, row: Row): Item => ({
  change: -1,
  sign: '',
  deed: { ...deed, values: values.map((one) => ('column' in one ? row[one.column] : one.is)) },
});

/** Undefined where a value is neither a column's nor always the same. */
function templateOf(
  known: readonly { readonly item: Item | undefined; readonly row: Row }[],
  columns: readonly Probed[],
): Template | undefined {
  const deeds = known.flatMap(({ item }) => item?.deed ?? []);
  const [first] = deeds;
  if (first === undefined || deeds.length < known.length || !deeds.every((deed) => sameForm(deed, first)))
    return undefined;
  const values = first.values.map((value, at) => {
    if (deeds.every((deed) => isDeepStrictEqual(deed.values[at], value))) return { is: value };
    const [column, ...others] = columns.filter(({ name }) =>
      known.every(({ row }, n) => isDeepStrictEqual(deeds[n]!.values[at], row[name])),
    );
    return column === undefined || others.length > 0 ? undefined : { column: column.name };
  });
  const whole = values.flatMap((one) => one ?? []);
  return whole.length === values.length ? { deed: first, values: whole } : undefined;
}

/** What the revision does with rows, if it is this. */
interface Plan {
  expected(rows: readonly Row[]): readonly Item[];
  /** With so many rows: where the deeds of each template begin, and how many there are. */
  places(rows: number): readonly { readonly template: Template; readonly from: number; readonly count: number }[];
  /** Rows of one run. */
  readonly most: number;
  readonly needsRow: boolean;
}

async function eachRow(run: RunWith, columns: readonly Probed[]): Promise<Plan | undefined> {
  const row = (n: number): Row => strangers(columns, n);
  const none = await run([]);
  if (!none.whole) return undefined;
  const without = itemsOf(none);
  const one = itemsOf(await run([row(1)]));
  const several = itemsOf(await run([row(2), row(3), row(4), row(5)]));
  const start = one.findIndex((item, at) => !same(item, without[at]));
  if (start < 0 || one.length !== without.length + 1 || several.length !== without.length + 4) return undefined;
  const known = [
    { item: one[start], row: row(1) },
    ...[2, 3, 4, 5].map((n) => ({ item: several[start + n - 2], row: row(n) })),
  ];
  const template = templateOf(known, columns);
  if (template === undefined) return undefined;
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

async function oneRow(run: RunWith, columns: readonly Probed[], own: boolean): Promise<Plan | undefined> {
  const all: { readonly row: Row; readonly items: readonly Item[] }[] = [];
  for (const n of [1, 2, 3, 4, 5]) {
    const row = strangers(columns, n);
    all.push({ row, items: itemsOf(await run([row])) });
  }
  const [first] = all;
  if (first === undefined || !all.every(({ items }) => items.length === first.items.length)) return undefined;
  const hanging = first.items.flatMap((item, at) => (all.every(({ items }) => same(items[at], item)) ? [] : [at]));
  const templates = hanging.map((at) =>
    templateOf(
      all.map(({ row, items }) => ({ item: items[at], row })),
      columns,
    ),
  );
  if (hanging.length === 0 || templates.some((one) => one === undefined)) return undefined;
  const none = own ? undefined : await run([]);
  const without = first.items.filter((_, at) => !hanging.includes(at));
  if (none?.whole && !allSame(itemsOf(none), without)) return undefined;
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

/** Whether the revision does as planned with these rows; a value that has no room in its column stops it in the database, too. */
async function holds(plan: Plan, run: RunWith, rows: readonly Row[], budget: { runs: number }): Promise<boolean> {
  if (budget.runs-- <= 0) return false;
  const ran = await run(rows);
  if (ran.whole) return allSame(itemsOf(ran), plan.expected(rows));
  if (rows.length === 1) return ran.unspelled === true;
  const half = Math.ceil(rows.length / 2);
  return (await holds(plan, run, rows.slice(0, half), budget)) && (await holds(plan, run, rows.slice(half), budget));
}

async function holdsThroughout(plan: Plan, run: RunWith, columns: readonly Probed[], source: string): Promise<boolean> {
  const budget = { runs: mostRuns };
  const twin = strangers(columns, 50);
  if (plan.most > 1 && !(await holds(plan, run, [twin, twin], budget))) return false;
  let waiting: Row[] = [];
  for (const row of edgeRows(columns, source)) {
    waiting.push(row);
    if (waiting.length < plan.most) continue;
    if (!(await holds(plan, run, waiting, budget))) return false;
    waiting = [];
  }
  return waiting.length === 0 || holds(plan, run, waiting, budget);
}

function columnsOf({ exchange: { question, answer }, traits }: Rewriting): readonly Probed[] {
  const [first] = answer.rows;
  const tables = tablesOf(question, traits);
  const known = (name: string) => tables.flatMap(({ columns }) => columns.filter((column) => column.name === name));
  const all = tables.length === 1 ? tables[0]!.columns.map((column) => column.name) : [];
  const named: readonly string[] =
    answer.fields.length > 0 ? answer.fields.map(({ name }) => name) : first === undefined ? all : Object.keys(first);
  return named.map((name) => {
    const [column] = known(name);
    const told = answer.fields.find((field: Field) => field.name === name)?.type ?? '';
    const type = told === '' ? (column?.sqlType.toLowerCase() ?? '') : told;
    return probed({ name, type }, first, column?.nullable !== false);
  });
}

const isOfRows = (one: Operation): one is Of<'insert' | 'data'> => one.kind === 'insert' || one.kind === 'data';

/** Nothing between the question and the last of its statements may change what would be answered. */
function isUndisturbed(
  { exchange: { question, before }, traits, changes, own }: Rewriting,
  covered: readonly Rewritten[],
): boolean {
  const tables = new Set(tablesOf(question, traits).map(({ name }) => name.name));
  const last = Math.max(...covered.map(({ at }) => at));
  return changes.slice(before, last).every(({ operations }) =>
    operations.every(
      // a key that another row would have, too, keeps that row out
      (one) => (one.kind === 'insert' && own) || (isOfRows(one) && !tables.has(one.table.name)),
    ),
  );
}

/** Undefined where it does anything else with the rows. */
export async function rewrite(rewriting: Rewriting): Promise<readonly Rewritten[] | undefined> {
  const { exchange, traits, changes, run, source, own } = rewriting;
  const { question, answer } = exchange;
  const columns = columnsOf(rewriting);
  // asked again, it would have another answer
  if (traits.invents || question.kind !== 'read' || columns.length === 0) return undefined;
  const single = question.method === 'first' || question.pins.length > 0;
  const plan = await (single ? oneRow(run, columns, own) : eachRow(run, columns));
  if (plan === undefined || !(await holdsThroughout(plan, run, columns, source))) return undefined;
  const rows = single ? answer.rows.slice(0, 1) : answer.rows;
  const real = await run(answer.rows);
  const items = itemsOf(real);
  if (!real.whole || real.signs.length !== changes.length || !allSame(items, plan.expected(rows))) return undefined;
  const changeAt = (item: number): number => items[item]?.change ?? changes.length;
  const covered = new Map<number, Rewritten>();
  for (const { template, from, count } of plan.places(rows.length)) {
    const at = changeAt(from);
    const whole = covered.get(at);
    const until = count === 0 ? at : changeAt(from + count - 1) + 1;
    const templates = [...(whole?.templates ?? []), template];
    covered.set(at, { at, count: Math.max(until - at, whole?.count ?? 0), templates, needsRow: plan.needsRow });
  }
  const found = [...covered.values()];
  const deeds = plan.places(rows.length).reduce((sum, { count }) => sum + count, 0);
  const inside = items.filter(({ change }) => found.some(({ at, count }) => change >= at && change < at + count));
  // a statement that also does something else stays
  if (inside.length !== deeds || !isUndisturbed(rewriting, found)) return undefined;
  return found;
}
