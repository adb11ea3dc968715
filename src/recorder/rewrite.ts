/**
 * A read whose rows go into statements as they are, row by row, is left to the database: the statements ask for the rows themselves.
 * That it is so is found by running the revision with rows that it has never seen.
 */

import { kindOf } from '../dialect/column-kind.ts';
import { blankColumn } from '../dialect/lower.ts';
import type { Of, Operation } from '../operation/operation.ts';
import type { Column } from '../schema/column.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Field } from '../shadow/shadow.ts';
import { refuseDecisions } from './decisions.ts';
import type { Exchange } from './exchange.ts';
import { Hindrance } from './hindrance.ts';
import { edgeRows, type Probed, probed, type Row, requireSelfContained, strangers } from './probes.ts';
import { type Traits, tablesOf } from './question.ts';
import type { Change } from './recording.ts';
import { bare, nameOf } from './row-deeds.ts';
import {
  differenceOf,
  eachRow,
  type Item,
  itemsOf,
  oneRow,
  type Plan,
  type RunWith,
  type Template,
} from './row-plan.ts';

export interface Rewriting {
  readonly exchange: Exchange;
  readonly traits: Traits;
  /** The revision itself has made the row that is read. */
  readonly own: boolean;
  /** The text of the revision's file, where it has one. */
  readonly source: string | undefined;
  readonly changes: readonly Change[];
  readonly run: RunWith;
}

/** Changes that the template stands for: `count` of them from `at` on, or none, where it stands before `at`. */
export interface Rewritten {
  readonly at: number;
  readonly count: number;
  readonly templates: readonly Template[];
  /** Where there is no row, the revision goes no further. */
  readonly needsRow: boolean;
}

const mostRuns = 1000;

function requirePlanned(done: readonly Item[], planned: readonly Item[]): void {
  const difference = differenceOf(done, planned);
  if (difference !== undefined) throw new Hindrance(difference);
}

/** The revision must do as planned with these rows; a value that has no room in its column stops it in the database, too. */
async function requireHeld(plan: Plan, run: RunWith, rows: readonly Row[], budget: { runs: number }): Promise<void> {
  if (budget.runs-- <= 0) throw new Hindrance('there are too many sorts of rows to try');
  const ran = await run(rows);
  if (ran.whole) return requirePlanned(itemsOf(ran), plan.expected(rows));
  if (rows.length === 1) {
    if (!ran.unspelled) throw new Hindrance('the revision stops where it meets some rows');
    return;
  }
  const half = Math.ceil(rows.length / 2);
  await requireHeld(plan, run, rows.slice(0, half), budget);
  await requireHeld(plan, run, rows.slice(half), budget);
}

async function requireHeldThroughout(plan: Plan, run: RunWith, columns: readonly Probed[], source: string) {
  const budget = { runs: mostRuns };
  const twin = strangers(columns, 50);
  if (plan.most > 1) await requireHeld(plan, run, [twin, twin], budget);
  let waiting: Row[] = [];
  for (const row of edgeRows(columns, source)) {
    waiting.push(row);
    if (waiting.length < plan.most) continue;
    await requireHeld(plan, run, waiting, budget);
    waiting = [];
  }
  if (waiting.length > 0) await requireHeld(plan, run, waiting, budget);
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
    const isTruth = column !== undefined && kindOf(column) === 'boolean';
    const type = told === '' || isTruth ? (column?.sqlType.toLowerCase() ?? '') : told;
    return probed({ name, type }, first, column?.nullable !== false);
  });
}

/** Moments and JSON are written as JavaScript writes them, but into columns of their own type. */
function requireSameTypes({ deed, values }: Template, columns: readonly Probed[], schema: Schema): void {
  const targets = tableOf(schema, nameOf({ deed }))?.columns ?? [];
  const typeOf = (column: Column): string => `${kindOf(column)} ${/tz|with time zone/i.test(column.sqlType)}`;
  for (const [at, value] of values.entries()) {
    if (!('column' in value)) continue;
    const { name, type, sample } = columns.find((column) => column.name === value.column)!;
    if (typeof sample !== 'object' || sample === null) continue;
    const into = bare([...deed.columns, ...deed.keys][at]!);
    const target = targets.find((column) => column.name === into);
    const source = { ...blankColumn(name), sqlType: type };
    if (target !== undefined && typeOf(target) === typeOf(source)) continue;
    throw new Hindrance(`${into} is not of the type of ${name}, which JavaScript writes its own way`);
  }
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

/** Throws a hindrance where it does anything else with the rows. */
export async function rewrite(rewriting: Rewriting): Promise<readonly Rewritten[]> {
  const { exchange, traits, changes, run, source, own } = rewriting;
  const { question, answer } = exchange;
  const columns = columnsOf(rewriting);
  // asked again, it would have another answer
  if (traits.invents) throw new Hindrance('the engine makes up what it answers');
  if (columns.length === 0) throw new Hindrance('nobody knows its columns');
  const single = question.method === 'first' || question.pins.length > 0;
  const plan = await (single ? oneRow(run, columns, own) : eachRow(run, columns));
  if (source === undefined) throw new Hindrance('nobody knows the text of its file');
  requireSelfContained(source);
  await requireHeldThroughout(plan, run, columns, source);
  const rows = single ? answer.rows.slice(0, 1) : answer.rows;
  const real = await run(answer.rows);
  const items = itemsOf(real);
  if (!real.whole || real.signs.length !== changes.length)
    throw new Hindrance('the revision does something else when it is run again');
  requirePlanned(items, plan.expected(rows));
  refuseDecisions(source);
  for (const { template } of plan.places(1)) requireSameTypes(template, columns, question.schema);
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
  if (inside.length !== deeds) throw new Hindrance('a statement holds other rows, too');
  if (!isUndisturbed(rewriting, found)) throw new Hindrance('what is read may be changed before it is used');
  return found;
}
