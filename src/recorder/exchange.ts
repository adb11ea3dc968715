/** A question with its answer: what of it may be otherwise in production, and what kind of read it therefore is. */

import type { Column } from '../schema/column.ts';
import { showName } from '../schema/name.ts';
import type { Table } from '../schema/table.ts';
import type { Answer, Field } from '../shadow/shadow.ts';
import type { Given } from './answers.ts';
import { keysOf, type Question, type Traits, tablesOf } from './question.ts';
import type { ReadKind } from './recording.ts';
import type { SaidValues } from './said-values.ts';
import type { Malleable, Variation } from './tell-tale.ts';
import type { Writes } from './writes.ts';

/** A question and its answer, as they came in the real run. */
export interface Exchange {
  readonly question: Question;
  readonly answer: Given;
  /** The author answered. */
  readonly declared?: true;
  /** How many changes came before it. */
  readonly before: number;
}

/** What one variation of one read did. */
export interface Effect {
  readonly other: Variation['other'];
  readonly changed: ReadonlySet<number>;
  readonly decides: boolean;
  readonly grown: boolean;
  readonly whole: boolean;
  readonly done: number;
  /** Other questions than in the real run: the read has reached those. */
  readonly questions: ReadonlySet<number>;
}

/** Whether the engine, and not the history, may have made the values of a column of the answer. */
export function isGenerated(question: Question, traits: Traits, writes: Writes): (column: string) => boolean {
  const tables = tablesOf(question, traits);
  const inTable = (table: Table, { name, ...column }: Column): boolean => {
    const key = showName(table.name);
    const makes = column.autoIncrement || column.identity !== undefined || column.default?.kind === 'sql';
    const follows = column.computed !== undefined || column.onUpdate !== undefined;
    const refers = table.constraints.some((one) => one.kind === 'foreign' && one.columns.includes(name));
    return makes || follows || refers ? !writes.said(key, name) : writes.invented(key, name);
  };
  return (column) => {
    if (traits.invents) return true;
    const known = tables.flatMap((table) => table.columns.map((one) => ({ table, one })));
    if (known.length === 0) return !traits.tables.some((table) => writes.said(table, column));
    const named = known.filter(({ one }) => one.name === column);
    const from = named.length > 0 ? named : known.filter(({ one }) => traits.mentions(one.name));
    return from.some(({ table, one }) => inTable(table, one));
  };
}

/** A key that the history itself has written says which row: no other can be the answer. */
function isPinned({ pins }: Question, generated: (column: string) => boolean): boolean {
  return pins.some((key) => !key.some(generated));
}

export function malleable(
  question: Question,
  { rows }: Answer,
  traits: Traits,
  generated: (column: string) => boolean,
  said: SaidValues,
): Malleable {
  const { kind, method } = question;
  const pinned = isPinned(question, generated);
  const tables = tablesOf(question, traits);
  const keys = tables.flatMap((table) => keysOf(table));
  const first = new Set(keys.map((key) => key[0]));
  const last = new Set(keys.map((key) => key.at(-1)));
  const fields: readonly Field[] = tables.flatMap(({ columns }) =>
    columns.map(({ name, sqlType }) => ({ name, type: sqlType.toLowerCase() })),
  );
  const one = method === 'first' && rows.length > 0;
  return {
    grows: kind !== 'insert' && !(pinned && rows.length > 0) && !one,
    shrinks: kind !== 'insert',
    counts: kind === 'change',
    generated,
    generatedId: kind === 'insert',
    said,
    distinct: [(column) => first.has(column), (column) => last.has(column)],
    fields,
  };
}

/** SQLite and MySQL tell the id that they generated, or that the row brought along. */
export function isIdGenerated(question: Question, traits: Traits, writes: Writes): boolean {
  return !tablesOf(question, traits).some((table) => {
    const [key, ...others] = table.constraints.flatMap((one) => (one.kind === 'primary' ? one.columns : []));
    return key !== undefined && others.length === 0 && writes.said(showName(table.name), key);
  });
}

export function kindOf(
  { question, answer }: Exchange,
  traits: Traits,
  generated: (column: string) => boolean,
  effects: readonly Effect[],
  hasEffect: (effect: Effect) => boolean,
  wasApplied: boolean,
): ReadKind {
  const acts = (other: Effect['other']) => effects.some((effect) => effect.other === other && hasEffect(effect));
  if (traits.catalogue) return 'schema';
  const { kind } = question;
  if (kind === 'insert') return acts('generated') ? 'generated ids' : 'history rows';
  // a row that is asked for by what the engine generated may be another one in production
  const addressed = tablesOf(question, traits).some(({ columns }) =>
    columns.some(({ name }) => traits.compares(name) && generated(name)),
  );
  const displaced = traits.limited && !isPinned(question, generated);
  const uncertain = answer.rows.length === 0 || traits.gathers || displaced || addressed;
  if (kind === 'change' && (['values', 'said', 'none', 'more'] as const).every((one) => !acts(one))) return 'counts';
  if (uncertain || acts('more')) return 'production rows';
  if (acts('count')) return 'counts';
  if (acts('generated')) return 'generated ids';
  return wasApplied ? 'applied rows' : 'history rows';
}
