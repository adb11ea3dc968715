/** Answers like the one that was given, with other values, other rows or none: what a revision does with each shows what it did with its own. */

import type { Answer, Field } from '../shadow/shadow.ts';
import type { SaidValues } from './said-values.ts';

type Row = Readonly<Record<string, unknown>>;

/** How a value becomes another: close to it, low, high, another in each of its characters, with nothing in it, with more in it, or none at all. */
export const turns = ['near', 'low', 'high', 'other', 'empty', 'long', 'null'] as const;
export type Turn = (typeof turns)[number];

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** What a revision does to an answer must not change the one that was kept. */
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  if (!isPlain(value)) return structuredClone(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyOf(one)]));
}

export function copyOfAnswer<A extends Answer>(answer: A): A {
  return { ...answer, rows: answer.rows.map((row) => copyOf(row) as Row) };
}

const rotated = (text: string, from: string): string =>
  text.replace(/./gs, (one) => {
    const at = from.indexOf(one);
    return at < 0 ? one : from.charAt((at + 1) % from.length);
  });

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '123456789';

function nearNumber(value: number): number {
  return Number.isInteger(value) ? value + 1 : value * 2 + 1;
}

function turnNumber(value: number, turn: Turn): number {
  if (turn === 'near' || turn === 'other') return nearNumber(value);
  if (turn === 'empty') return 0;
  return turn === 'low' ? -Math.abs(value) - 1 : Math.abs(value) * 1000 + 7;
}

function turnJson(text: string, turn: Turn): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? JSON.stringify(turned(value, turn)) : undefined;
  } catch {
    return undefined;
  }
}

const day = /^\d{4}-\d\d-\d\d/;

const nextYear = (text: string): string =>
  `${text.slice(0, 3)}${rotated(text.charAt(3), '0123456789')}${text.slice(4)}`;

function garbledCharacter(one: string): string {
  if (/[a-zA-Z]/.test(one)) return one === 'k' ? 'j' : 'k';
  if (/\d/.test(one)) return one === '5' ? '6' : '5';
  return 'q';
}

/** Whatever part of the text is used, it is another. */
function garbled(text: string): string {
  return text === '' ? 'q' : text.replace(/./gsu, garbledCharacter);
}

/** A text keeps its shape and length where it can, so that it fits where the other did. */
function turnText(text: string, turn: Turn): string {
  if (turn === 'other') return garbled(text);
  if (turn === 'empty') return '';
  if (turn === 'long') return `${garbled(text)}${'kqt'.repeat(20)}`;
  if (/^\s*[[{]/.test(text)) {
    const json = turnJson(text, turn);
    if (json !== undefined) return json;
  }
  if (/^-?\d+(?:\.\d+)?$/.test(text) && text.length < 16) return String(turnNumber(Number(text), turn));
  if (day.test(text)) {
    return text.replace(day, (one) => (turn === 'near' ? nextYear(one) : turn === 'low' ? '1970-02-03' : '2100-11-28'));
  }
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    return turn === 'low' ? text.replace(/[1-9a-f]/gi, '0') : rotated(text.toLowerCase(), '123456789abcdef');
  }
  const other = rotated(rotated(rotated(text, lower), lower.toUpperCase()), digits);
  const whole = other === text ? `${text}x` : other;
  return turn === 'near' ? whole : `${whole}zz`;
}

/** In milliseconds; no part of a moment stays what it was in all of them. */
const shifted = {
  near: 34_274_007_003,
  low: -3_155_673_600_000,
  high: 3_157_987_211_111,
  other: 1,
  empty: -981_173_106_000,
  long: 86_400_000,
  null: 0,
} as const;

/** The same value, turned. */
export function turned(value: unknown, turn: Turn): unknown {
  if (turn === 'null') return null;
  if (value === null || value === undefined)
    return turn === 'empty' ? '' : turn === 'near' ? 7 : turn === 'long' ? 'kqt'.repeat(20) : 'x';
  if (typeof value === 'number') return turnNumber(value, turn);
  if (typeof value === 'bigint') return turn === 'low' ? -value - 1n : turn === 'empty' ? 0n : value + 1n;
  if (typeof value === 'boolean') return turn === 'near' ? !value : turn === 'high';
  if (typeof value === 'string') return turnText(value, turn);
  if (typeof value !== 'object') return value;
  if (Buffer.isBuffer(value)) return turn === 'empty' ? Buffer.alloc(0) : Buffer.from(value.map((byte) => byte ^ 1));
  if (value instanceof Date) {
    const other = copyOf(value) as Date;
    other.setTime(value.getTime() + shifted[turn]);
    return other;
  }
  if (turn === 'empty') return Array.isArray(value) ? [] : {};
  if (Array.isArray(value)) {
    const others = value.map((one) => turned(one, turn));
    return turn === 'long' ? [...others, ...others] : others;
  }
  const name = (key: string): string => (turn === 'other' ? garbled(key) : key);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [name(key), turned(one, turn)]));
}

function turnRow(row: Row, turn: Turn, columns: (name: string) => boolean): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, columns(name) ? turned(value, turn) : copyOf(value)]),
  );
}

const every = (): boolean => true;

/** A value of a column's type, where there is none to turn. */
export function valueOfType({ type }: Field): unknown {
  if (/\[\]$|^_/.test(type)) return [];
  if (/^(?:bigint|int8|numeric|decimal)/.test(type)) return '6';
  if (/int|serial|number|real|double|float/.test(type)) return 6;
  if (/bool/.test(type)) return false;
  if (/date|time/.test(type)) return structuredClone(anyMoment);
  if (/json/.test(type)) return { a: 'b' };
  if (/uuid/.test(type)) return '00000000-0000-4000-8000-000000000001';
  if (/bytea|blob|binary/.test(type)) return Buffer.from('b');
  return 'tale';
}

const anyMoment: Date = new Date(981_173_106_000);

function freshRow(fields: readonly Field[], turn: Turn): Row {
  return Object.fromEntries(fields.map((field) => [field.name, turned(valueOfType(field), turn)]));
}

/** What is tried of one answer. */
export interface Variation {
  /** What is other: all values, those that are taken from the author's code, those that the engine generated, nothing found, more rows found, the number of touched rows. */
  readonly other: 'values' | 'said' | 'generated' | 'none' | 'more' | 'count';
  readonly answer: Answer;
}

export interface Malleable {
  /** Rows that are not there might be. */
  readonly grows: boolean;
  /** Rows that are there might not be. */
  readonly shrinks: boolean;
  /** The number of touched rows hangs on the rows that are there. */
  readonly counts: boolean;
  readonly generated: (column: string) => boolean;
  /** The engine generated what `insertId` says. */
  readonly generatedId: boolean;
  /** Columns in which another row differs: one set of them after the other. */
  readonly distinct: readonly ((column: string) => boolean)[];
  /** What the author's code may compare values with. */
  readonly said: SaidValues;
  /** What the rows would have, where there is none and the engine does not tell. */
  readonly fields: readonly Field[];
}

/** Every value that can be it is the one that the author's code names. */
function saying(rows: readonly Row[], said: string | number): readonly Row[] {
  const taken = (value: unknown): unknown => {
    if (typeof value === 'string' && typeof said === 'string') return said;
    if (typeof said === 'string') return value === null ? said : copyOf(value);
    if (typeof value === 'number') return said;
    return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? String(said) : copyOf(value);
  };
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, taken(value)])));
}

function* valueVariations(answer: Answer, { generated, generatedId, said }: Malleable): Generator<Variation> {
  const { rows, insertId } = answer;
  const withId = (turn: Turn) => (insertId === undefined ? {} : { insertId: turnNumber(insertId, turn) });
  if (rows.length === 0 && insertId === undefined) return;
  for (const turn of turns) {
    yield {
      other: 'values',
      answer: { ...answer, ...withId(turn), rows: rows.map((row) => turnRow(row, turn, every)) },
    };
  }
  for (const value of rows.length === 0 ? [] : [...said.texts, ...said.numbers]) {
    yield { other: 'said', answer: { ...answer, rows: saying(rows, value) } };
  }
  const some = rows.some((row) => Object.keys(row).some(generated));
  if (!some && !(generatedId && insertId !== undefined)) return;
  for (const turn of turns) {
    const id = generatedId ? withId(turn) : {};
    yield { other: 'generated', answer: { ...answer, ...id, rows: rows.map((row) => turnRow(row, turn, generated)) } };
  }
}

function* moreVariations(answer: Answer, { distinct, fields }: Malleable): Generator<Variation> {
  const { rows } = answer;
  const [first] = rows;
  const fresh = (turn: Turn): readonly Row[] =>
    first === undefined
      ? [freshRow(answer.fields.length > 0 ? answer.fields : fields, turn)]
      : [turnRow(first, turn, every)];
  const additions = [
    ...turns.slice(0, first === undefined ? turns.length : 1).map(fresh),
    ...(first === undefined ? [] : distinct.map((differs) => rows.map((row) => turnRow(row, 'high', differs)))),
  ];
  for (const added of additions) {
    yield { other: 'more', answer: { ...answer, rows: [...rows, ...added] } };
    if (first !== undefined) yield { other: 'more', answer: { ...answer, rows: [...added, ...rows] } };
  }
}

export function* variationsOf(answer: Answer, how: Malleable): Generator<Variation> {
  yield* valueVariations(answer, how);
  if (how.shrinks && answer.rows.length > 0) yield { other: 'none', answer: { ...answer, rows: [] } };
  if (how.grows) yield* moreVariations(answer, how);
  if (!how.counts) return;
  for (const count of [answer.count + 1, answer.count === 0 ? 7 : 0])
    yield { other: 'count', answer: { ...answer, count } };
}
