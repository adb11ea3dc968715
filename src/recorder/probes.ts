/** Rows that a read might have had: each value a stranger, and each at the edge of what a program may look for. */

import type { Field } from '../shadow/shadow.ts';
import { Hindrance } from './hindrance.ts';
import { type SaidValues, saidValues } from './said-values.ts';
import { hasWord } from './skeleton.ts';
import { turned, turns, valueOfType } from './tell-tale.ts';

const typesOnly = /\bimport\s+type\b[^'"]*['"][^'"]*['"]/g;
const imported =
  /(?<![.\w$])(?:(?:from|import)\s*['"]([^'"]*)['"]|(?:import|require)\s*\(\s*(?:['"`]([^'"`]*)['"`])?)/g;
const known: ReadonlySet<string | undefined> = new Set(['knex', 'migrator']);
/** Patterns, and what is not in the file. */
const hidden =
  /\.(?:test|match|matchAll|search)\s*\(|\bRegExp\b|\b(?:process|globalThis|global)\b|(?:^|[=(,:!&|?;{])\s*\/(?![/*])/m;

/** Throws a hindrance unless every value that a row may be compared with stands in the file. */
export function requireSelfContained(source: string): void {
  const text = source.replace(typesOnly, '');
  if (hidden.test(text)) throw new Hindrance('its file looks for a pattern, or at what is not in it');
  const names = [...text.matchAll(imported)].map(([, statement, call]) => statement ?? call);
  const foreign = names.findIndex((name) => !known.has(name));
  if (foreign >= 0) throw new Hindrance(`its file imports ${names[foreign] ?? 'what it does not name'}`);
}

export type Row = Readonly<Record<string, unknown>>;

/** A column of the answer. */
export interface Probed extends Field {
  /** A value as the driver gives it. */
  readonly sample: unknown;
  readonly nullable: boolean;
}

export const probed = (field: Field, first: Row | undefined, nullable: boolean): Probed => ({
  ...field,
  nullable,
  sample: first?.[field.name] ?? valueOfType(field),
});

/** Neither rises nor falls with its arguments. */
function stir(n: number, at: number): number {
  const mixed = Math.imul(n * 31 + at * 17 + 7, 0x9e3779b1) >>> 0;
  return (mixed ^ (mixed >>> 15)) % 9973;
}

/** Another for every `n` and `at`, as far as the type has so many; the sample itself where nobody could tell two apart. */
function stranger({ sample, type }: Probed, n: number, at: number): unknown {
  const number = 10_000 + stir(n, at);
  if (typeof sample === 'number' && /^bool/.test(type)) return number % 2;
  if (typeof sample === 'boolean') return number % 2 === 0;
  if (typeof sample === 'number') return number;
  if (typeof sample === 'bigint') return BigInt(number);
  if (sample instanceof Date) return dayAfter(sample, number);
  if (typeof sample !== 'string') return sample;
  if (/^-?\d+(?:\.\d+)?$/.test(sample)) return String(number);
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(sample))
    return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  if (/^\d{4}-\d\d-\d\d/.test(sample)) return `${1900 + (number % 190)}${sample.slice(4)}`;
  return `kK${number.toString(36)}`;
}

function dayAfter(sample: Date, days: number): Date {
  const other = structuredClone(sample);
  other.setTime(days * 86_400_000);
  return other;
}

export function strangers(columns: readonly Probed[], n: number): Row {
  return Object.fromEntries(columns.map((column, at) => [column.name, stranger(column, n, at)]));
}

function edgesOf({ sample, nullable }: Probed, said: SaidValues): readonly unknown[] {
  const turnings = turns.filter((turn) => nullable || turn !== 'null').map((turn) => turned(sample, turn));
  if (typeof sample === 'number') return [...turnings, ...said.numbers];
  if (typeof sample !== 'string') return turnings;
  return /^-?\d+(?:\.\d+)?$/.test(sample) ? [...turnings, ...said.numbers.map(String)] : [...turnings, ...said.texts];
}

/** Every edge of every column; of each two columns that the author names, each two edges together, and the same value. */
export function* edgeRows(columns: readonly Probed[], source: string): Generator<Row> {
  const said = saidValues(source);
  const isNamed = (name: string): boolean => hasWord(source, name);
  let n = 100;
  const other = (values: Row): Row => ({ ...strangers(columns, n++), ...values });
  const edges = columns.map((column) => edgesOf(column, said));
  for (const [at, { name }] of columns.entries()) {
    // twice, with two strangers beside it
    for (const edge of edges[at]!) yield* [other({ [name]: edge }), other({ [name]: edge })];
    for (const [second, { name: beside }] of columns.entries()) {
      if (second <= at || !isNamed(name) || !isNamed(beside)) continue;
      for (const one of edges[at]!) for (const two of edges[second]!) yield other({ [name]: one, [beside]: two });
      const same = strangers(columns, n)[name];
      if (typeof same === typeof columns[second]!.sample) yield other({ [name]: same, [beside]: same });
    }
  }
  for (const turn of turns) {
    yield Object.fromEntries(
      columns.map(({ name, sample, nullable }) => [name, turn === 'null' && !nullable ? sample : turned(sample, turn)]),
    );
  }
}
