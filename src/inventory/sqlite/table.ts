/** SQLite's tables, read from the text that the engine keeps of them: pragmas do not tell checks, names and expressions. */

import type { Column } from '../../schema/column.ts';
import type { Constraint, Deferrable } from '../../schema/constraint.ts';
import { filled, type Table } from '../../schema/table.ts';
import type { Storage } from '../../schema/table-index.ts';
import { present } from '../facts.ts';
import { afterBracket, isSign, isWord, type Token, tokensOf } from '../sql/tokens.ts';

const lexis = { backslash: false, caseless: false } as const;

/** A text in tokens, and how far it is read. */
export interface Text {
  readonly source: string;
  readonly tokens: readonly Token[];
  at: number;
}

export function textOf(source: string): Text {
  return { source, tokens: tokensOf(source, lexis), at: 0 };
}

export function skip(text: Text, ...words: readonly string[]): boolean {
  const all = words.every((word, ahead) => {
    const token = text.tokens[text.at + ahead];
    return isWord(token, word) || isSign(token, word);
  });
  if (all) text.at += words.length;
  return all;
}

export function nameIn(text: Text): string {
  const token = text.tokens[text.at];
  text.at += 1;
  if (token?.kind === 'word') return text.source.slice(token.from, token.to);
  return token?.value ?? '';
}

/** The source between two positions in the tokens. */
function slice({ source, tokens }: Text, from: number, to: number): string {
  const first = tokens[from];
  return first === undefined || to <= from ? '' : source.slice(first.from, tokens[to - 1]?.to);
}

/** What stands in the brackets that begin here, without them. */
export function bracketsIn(text: Text): string {
  const from = text.at;
  text.at = afterBracket(text.tokens, from);
  return slice(text, from + 1, text.at - 1);
}

/** Whether the list goes on. */
function ended(text: Text): boolean {
  const token = text.tokens[text.at];
  return token === undefined || isSign(token, ',', ')');
}

/** Names in brackets; what else is said of a column of a key is not kept by any key here. */
function namesIn(text: Text): readonly string[] {
  const names: string[] = [];
  text.at += 1;
  for (;;) {
    names.push(nameIn(text));
    while (!ended(text)) text.at += 1;
    if (!skip(text, ',')) break;
  }
  text.at += 1;
  return names;
}

/** `on conflict replace` is no part of the schema that revisions speak of. */
function skipConflict(text: Text): void {
  if (skip(text, 'on', 'conflict')) text.at += 1;
}

function deferrableIn(text: Text): { readonly deferrable?: Deferrable } {
  const not = skip(text, 'not', 'deferrable');
  if (!not && !skip(text, 'deferrable')) return {};
  const deferred = skip(text, 'initially', 'deferred');
  if (!deferred) skip(text, 'initially', 'immediate');
  if (not) return {};
  return { deferrable: deferred ? 'deferred' : 'immediate' };
}

function actionIn(text: Text): string {
  const words = skip(text, 'no') || skip(text, 'set') ? 2 : 1;
  if (words === 2) text.at -= 1;
  const from = text.at;
  text.at += words;
  return slice(text, from, text.at).toLowerCase();
}

/** After the word `references`. */
function referenceIn(text: Text, columns: readonly string[], name: string | undefined): Constraint {
  const table = nameIn(text);
  const referred = isSign(text.tokens[text.at], '(') ? namesIn(text) : [];
  const rules: Record<string, string> = {};
  for (;;) {
    if (skip(text, 'on', 'update')) rules.onUpdate = actionIn(text);
    else if (skip(text, 'on', 'delete')) rules.onDelete = actionIn(text);
    else if (skip(text, 'match')) rules.match = nameIn(text).toLowerCase();
    else break;
  }
  const references = { table: { name: table }, columns: referred };
  return { kind: 'foreign', name: name ?? '', columns, references, ...rules, ...deferrableIn(text) };
}

/** One constraint of a table or of the columns given; undefined for what is none. */
function constraintIn(
  text: Text,
  own: readonly string[] | undefined,
  name: string | undefined,
): Constraint | undefined {
  if (skip(text, 'primary', 'key')) {
    const columns = own ?? namesIn(text);
    if (!skip(text, 'asc')) skip(text, 'desc');
    skipConflict(text);
    return { kind: 'primary', columns, fills: 'never', ...present({ name }) };
  }
  if (skip(text, 'unique')) {
    const columns = own ?? namesIn(text);
    skipConflict(text);
    return { kind: 'unique', name: name ?? '', columns };
  }
  if (skip(text, 'check')) {
    const expression = bracketsIn(text);
    skipConflict(text);
    return { kind: 'check', expression, ...present({ name }) };
  }
  if (own === undefined && skip(text, 'foreign', 'key')) {
    const columns = namesIn(text);
    skip(text, 'references');
    return referenceIn(text, columns, name);
  }
  return own !== undefined && skip(text, 'references') ? referenceIn(text, own, name) : undefined;
}

interface ColumnParts {
  readonly column: Column;
  readonly constraints: readonly Constraint[];
}

const afterType: readonly string[] = [
  ...['constraint', 'primary', 'not', 'null', 'unique', 'check', 'default', 'collate', 'references', 'generated', 'as'],
];

function typeIn(text: Text): string {
  const from = text.at;
  while (!ended(text) && !isWord(text.tokens[text.at], ...afterType)) {
    text.at = isSign(text.tokens[text.at], '(') ? afterBracket(text.tokens, text.at) : text.at + 1;
  }
  return slice(text, from, text.at);
}

/** `x'00ff'` */
function isBytes({ tokens, at }: Text): boolean {
  return isWord(tokens[at], 'x') && tokens[at + 1]?.kind === 'text' && tokens[at + 1]?.from === tokens[at]?.to;
}

function defaultIn(text: Text): string {
  if (isSign(text.tokens[text.at], '(')) return bracketsIn(text);
  const from = text.at;
  const hasMore = isSign(text.tokens[text.at], '-', '+') || isBytes(text);
  text.at += hasMore ? 2 : 1;
  return slice(text, from, text.at);
}

function columnIn(text: Text): ColumnParts {
  const name = nameIn(text);
  const sqlType = typeIn(text);
  const constraints: Constraint[] = [];
  const parts: { -readonly [K in keyof Column]?: Column[K] } = {};
  while (!ended(text)) {
    const constraintName = skip(text, 'constraint') ? nameIn(text) : undefined;
    const constraint = constraintIn(text, [name], constraintName);
    if (constraint !== undefined) constraints.push(constraint);
    else if (skip(text, 'not', 'null')) {
      parts.nullable = false;
      skipConflict(text);
    } else if (skip(text, 'autoincrement')) parts.autoIncrement = true;
    else if (skip(text, 'default')) parts.default = { kind: 'sql', sql: defaultIn(text) };
    else if (skip(text, 'collate')) parts.collation = nameIn(text);
    else if (skip(text, 'generated', 'always', 'as') || skip(text, 'as')) {
      const expression = bracketsIn(text);
      parts.computed = { expression, persisted: skip(text, 'stored') };
      skip(text, 'virtual');
    } else text.at += 1;
  }
  const type = { name: 'specificType', args: [sqlType] };
  const plain = { name, type, sqlType, nullable: true, autoIncrement: false, unsigned: false };
  return { column: { ...plain, ...parts }, constraints };
}

function optionsIn(text: Text): Storage | undefined {
  const options: Record<string, boolean> = {};
  while (text.at < text.tokens.length) {
    if (skip(text, 'without', 'rowid')) options.withoutRowid = true;
    else if (skip(text, 'strict')) options.strict = true;
    else text.at += 1;
  }
  return Object.keys(options).length === 0 ? undefined : options;
}

/** Undefined for what is no ordinary table. */
export function tableIn(sql: string, name: string): Table | undefined {
  const text = textOf(sql);
  while (text.at < text.tokens.length && !isSign(text.tokens[text.at], '(')) {
    if (skip(text, 'virtual')) return undefined;
    text.at += 1;
  }
  const columns: Column[] = [];
  const constraints: Constraint[] = [];
  do {
    text.at += 1;
    const from = text.at;
    const constraintName = skip(text, 'constraint') ? nameIn(text) : undefined;
    const constraint = constraintIn(text, undefined, constraintName);
    if (constraint !== undefined) constraints.push(constraint);
    else {
      text.at = from;
      const found = columnIn(text);
      columns.push(found.column);
      constraints.push(...found.constraints);
    }
  } while (isSign(text.tokens[text.at], ','));
  text.at += 1;
  const options = optionsIn(text);
  return filled({ name: { name }, columns, constraints, indexes: [], ...present({ options }) });
}
