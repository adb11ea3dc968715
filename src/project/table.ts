/** One table of migrator.toml while it is read: takes values out by key, and collects what is wrong with them. */

import { MigratorError, type Place } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { Key, Section } from './keys/key.ts';
import type { Locator } from './locate.ts';

export type Path = readonly (string | number)[];

/** The file as a whole. */
export interface Page {
  readonly file: string;
  readonly locator: Locator;
  /** What `-x name=value` gave; it fills `${name}` in texts. */
  readonly x: Readonly<Record<string, string>>;
  readonly faults: MigratorError[];
}

export interface Table {
  readonly page: Page;
  readonly path: Path;
  readonly section: Section;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Says what is wrong with a value, or nothing; `hint` replaces the list of what is allowed. */
export type Check = (text: string) => string | { readonly wrong: string; readonly hint: string } | undefined;

export interface Spotted {
  readonly hint?: string;
  readonly at?: 'key' | 'value';
}

export function addFault(page: Page, code: string, path: Path, message: string, { hint, at = 'value' }: Spotted): void {
  const spot = page.locator[at](path);
  page.faults.push(
    new MigratorError(code, message, { ...(hint === undefined ? {} : { hint }), place: { file: page.file, ...spot } }),
  );
}

/** The table at a path, its keys checked against the section: none unknown, none missing. */
export function openTable(page: Page, path: Path, value: unknown, section: Section): Table | undefined {
  if (!isTable(value)) {
    const wanted = `write it as a table: ${section.header}`;
    addFault(page, 'wrong-type', path, `${show(path)} is ${describe(value)}; a table is expected`, { hint: wanted });
    return undefined;
  }
  const known = section.keys.map((key) => key.name);
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) unknownKey(page, [...path, key], section.header, known);
  }
  for (const key of section.keys) {
    if (key.required && !Object.hasOwn(value, key.name)) {
      const hint = `add ${key.name} = …; allowed: ${key.allowed}`;
      addFault(page, 'missing-key', path, `${show(path)} has no ${key.name}`, { hint, at: 'key' });
    }
  }
  return { page, path, section, values: value };
}

export function placeOfValue({ page, path }: Table, inside: Path): Place {
  return { file: page.file, ...page.locator.value([...path, ...inside]) };
}

export function unknownKey(page: Page, path: Path, where: string, known: readonly string[]): void {
  const key = String(path.at(-1));
  const near = nearest(key, known);
  const hint = `${near === undefined ? '' : `did you mean "${near}"? `}known: ${known.join(', ')}`;
  addFault(page, 'unknown-key', path, `${where} has no key ${JSON.stringify(key)}`, { hint, at: 'key' });
}

export function textOf(table: Table, name: string, check?: Check): string | undefined {
  const value = table.values[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return wrongType(table, [name], value, 'text');
  return checked(table, [name], value, check);
}

/** A list, or one text taken for a list of one; `divide` makes more of it. */
export function textsOf(
  table: Table,
  name: string,
  check?: Check,
  divide: (text: string) => readonly string[] = (text) => [text],
): readonly string[] | undefined {
  const value = table.values[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string') {
    const whole = checked(table, [name], value, check);
    return whole === undefined ? undefined : divide(whole);
  }
  if (!Array.isArray(value)) return wrongType(table, [name], value, 'text or a list of texts');
  if (value.length === 0) return wrongValue(table, [name], 'is an empty list');
  const texts = value.map((item: unknown, index) =>
    typeof item === 'string'
      ? checked(table, [name, index], item, check)
      : wrongType(table, [name, index], item, 'text'),
  );
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

export function flagOf(table: Table, name: string): boolean | undefined {
  const value = table.values[name];
  return value === undefined || typeof value === 'boolean' ? value : wrongType(table, [name], value, 'true or false');
}

export function countOf(table: Table, name: string, low: number, high: number): number | undefined {
  const value = table.values[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) return wrongType(table, [name], value, 'a whole number');
  return value >= low && value <= high ? value : wrongValue(table, [name], `${value} is out of range`);
}

/** Texts by keys that the author chooses. */
export function entriesOf(table: Table, name: string, check: Check): Readonly<Record<string, string>> {
  const value = table.values[name] ?? {};
  if (!isTable(value)) return wrongType(table, [name], value, 'a table') ?? {};
  const texts = Object.entries(value).flatMap(([key, text]) => {
    const known =
      typeof text === 'string' ? checked(table, [name, key], text, check) : wrongType(table, [name, key], text, 'text');
    return known === undefined ? [] : [[key, known] as const];
  });
  return Object.fromEntries(texts);
}

/** A list of tables; undefined where it is anything else. */
export function tablesOf(table: Table, name: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  const value = table.values[name];
  if (value === undefined) return undefined;
  return Array.isArray(value) && value.every(isTable) ? value : wrongType(table, [name], value, 'a list of tables');
}

export function wrongValue(table: Table, path: Path, wrong: string, hint?: string): undefined {
  const whole = [...table.path, ...path];
  const allowed = `allowed: ${keyOf(table, path).allowed}`;
  addFault(table.page, 'bad-value', whole, `${show(whole)} ${wrong}`, { hint: hint ?? allowed });
}

function wrongType(table: Table, path: Path, value: unknown, wanted: string): undefined {
  const whole = [...table.path, ...path];
  const message = `${show(whole)} is ${describe(value)}; ${wanted} is expected`;
  addFault(table.page, 'wrong-type', whole, message, { hint: `allowed: ${keyOf(table, path).allowed}` });
}

function checked(table: Table, path: Path, value: string, check: Check | undefined): string | undefined {
  const text = filled(table, path, value);
  const fault = text === undefined ? undefined : check?.(text);
  if (fault === undefined) return text;
  return typeof fault === 'string' ? wrongValue(table, path, fault) : wrongValue(table, path, fault.wrong, fault.hint);
}

/** `${name}` and `${name:-otherwise}`, from `-x name=value`. */
function filled(table: Table, path: Path, value: string): string | undefined {
  const missing: string[] = [];
  const { x } = table.page;
  const text = value.replace(/\$\{([A-Za-z_][\w.-]*?)(?::-([^}]*))?\}/g, (_, name: string, otherwise?: string) => {
    const given = Object.hasOwn(x, name) ? x[name] : otherwise;
    if (given === undefined) missing.push(name);
    return given ?? '';
  });
  if (missing.length === 0) return text;
  const need = missing.map((name) => `-x ${name}=…`).join(' ');
  const hint = `give ${need}, or a fallback: \${${missing[0]}:-…}`;
  return wrongValue(table, path, `needs ${need}`, hint);
}

const keyOf = (table: Table, path: Path): Key => table.section.keys.find((key) => key.name === path[0])!;

/** `target.main.dialect`, `hooks[0].name`; a key that is not plain is quoted. */
export function show(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${/^[\w-]+$/.test(part) ? part : JSON.stringify(part)}`))
    .join('')
    .slice(1);
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return `${value}`;
  return typeof value === 'number' ? `the number ${value}` : 'a table';
}
