/** SQL that speaks of an enum's value: the engine has the value itself in it, and follows its new name. */

import type { Column, Default } from '../schema/column.ts';
import { readsColumn, speaksOf, withTexts } from '../schema/expression.ts';
import { type Name, showName } from '../schema/name.ts';
import { entries } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Of } from './operation.ts';
import { showTrigger } from './readers.ts';
import { withTextsOf } from './texts.ts';
import { impossible, viewsOf } from './verb.ts';

type Renaming = Of<'renameEnumValue'>;
type IsOfType = (column: Column) => boolean;

interface Place {
  readonly isOfType: IsOfType;
  /** Arrays in it have members of the type. */
  readonly isMember: boolean;
}

/** Types whose values no text in quotes could be taken for by mistake. */
const otherwise =
  /^(?:(?:small|big)?(?:int|serial)|integer|numeric|decimal|real|double|bool|date|time|uuid|interval|money|bytea)/i;
/** Words before a bracket that hand their values on as they are. */
const handsOn = new Set(['and', 'or', 'not', 'in', 'any', 'all', 'when', 'then', 'else', 'coalesce', 'nullif']);

/** Whether one of the texts in the SQL is the value, or an array, with its bounds or without, that may have it. */
export function holds(sql: string, value: string): boolean {
  let found = false;
  withTexts(sql, (text) => {
    if (text === value || (/^\s*[{[]/.test(text) && text.includes(value))) found = true;
    return text;
  });
  return found;
}

/** The members of `{sad,"not calm"}`, and what stands between them. */
const members = /"((?:[^"\\]|\\.)*)"|[^{},"\s][^{},"]*/g;

/** A default with its values changed: one, those of a list, and those of an array as the database writes it. */
function withValues(given: unknown, change: (value: string) => string): unknown {
  if (Array.isArray(given)) return given.map((one) => withValues(one, change));
  if (typeof given !== 'string') return given;
  if (!/^\{.*\}$/s.test(given)) return change(given);
  return given.replace(members, (written, quoted?: string) => {
    const value = quoted?.replaceAll(/\\(.)/gs, '$1') ?? written.trim();
    if (quoted === undefined && /^null$/i.test(value)) return written;
    const changed = change(value);
    return changed === value ? written : JSON.stringify(changed);
  });
}

/** Whether it is an array of which every member is read; a backslash stands in quotes alone. */
const isArray = (text: string): boolean =>
  /^\{.*\}$/s.test(text) &&
  /^[\s{},]*$/.test(
    text.replaceAll(members, (written, quoted) => (quoted === undefined && written.includes('\\') ? written : '')),
  );

/** Whether the default is the value, or has it among others. */
export function isInDefault(given: Default | undefined, value: string): boolean {
  if (given?.kind === 'sql') return holds(given.sql, value);
  let found = false;
  withValues(given?.value, (one) => {
    if (one === value) found = true;
    return one;
  });
  return found;
}

/** Whether every such text in it is the enum's: the rest of the SQL has nothing else that it could be. */
function isCertain(sql: string, { type, value }: Renaming, table: Table, { isOfType, isMember }: Place): boolean {
  let plain = withTexts(sql, (text) => (text === value || (isMember && isArray(text)) ? '' : text));
  for (const name of [showName(type), type.name])
    plain = plain.replaceAll(`::${name}`, '').replaceAll(`::"${name}"`, '');
  if (holds(plain, value) || plain.includes('::')) return false;
  if (
    table.columns.some((column) => speaksOf(sql, column.name) && !isOfType(column) && !otherwise.test(column.sqlType))
  )
    return false;
  return [...plain.matchAll(/([\p{L}\p{N}_$"]+)\s*\(/gu)].every(([, word = '']) => handsOn.has(word.toLowerCase()));
}

function refuse(what: string, { type, value }: Renaming): never {
  throw impossible(
    `${what} may speak of the value ${JSON.stringify(value)} of enum ${showName(type)}, and its text would keep the old name`,
    'Drop it before the rename, and create it again after with the new value.',
  );
}

/** The table whose checks, indexes, defaults and computed columns speak of the value by its new name. */
export function withRenamedValue(table: Table, op: Renaming, isOfType: IsOfType): Table {
  const renamed = (value: string): string => (value === op.value ? op.to : value);
  const changed = withTextsOf(table, (sql, what, defaultOf) => {
    if (defaultOf !== undefined && !isOfType(defaultOf)) return sql;
    if (!holds(sql, op.value)) return sql;
    const isMember = defaultOf !== undefined && /\[\d*\]$/.test(defaultOf.sqlType);
    if (!isCertain(sql, op, table, { isOfType, isMember }))
      return refuse(`${what} of table ${showName(table.name)}`, op);
    return withTexts(sql, (text) => (isMember ? String(withValues(text, renamed)) : renamed(text)));
  });
  const columns = changed.columns.map((column) => {
    const { default: given } = column;
    if (given?.kind !== 'value' || !isOfType(column) || !isInDefault(given, op.value)) return column;
    const value = withValues(given.value, renamed);
    return { ...column, default: { ...given, value } };
  });
  return { ...changed, columns };
}

/** Throws `impossible` where a view or a trigger may speak of the value: their text is nobody's but the author's. */
export function refuseTexts(schema: Schema, op: Renaming, uses: readonly { table: Table; column: Column }[]): void {
  const byType = (sql: string): boolean => sql.includes('::') && speaksOf(sql, op.type.name, 'table', schema.mark);
  const view = viewsOf(schema).find(
    ({ query }) =>
      holds(query, op.value) &&
      (byType(query) ||
        uses.some(({ table, column }) => readsColumn(query, table.name.name, column.name, schema.mark))),
  );
  if (view !== undefined) refuse(`view ${showName(view.name)}`, op);
  const own = (name: Name, sql: string): boolean =>
    uses.some(({ table, column }) => showName(table.name) === showName(name) && speaksOf(sql, column.name));
  const trigger = entries(schema.triggers)
    .map(([, one]) => one)
    .find(({ table, definition }) => holds(definition, op.value) && own(table, definition));
  if (trigger !== undefined) refuse(showTrigger(trigger), op);
}
