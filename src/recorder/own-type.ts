/** A type in the author's own words that says more than a type: read as far as it says what a column has. */

import { tokensOf } from '../dialect/tokens.ts';
import type { Column } from '../schema/column.ts';
import type { Constraint, Deferrable } from '../schema/constraint.ts';
import type { Name } from '../schema/name.ts';
import { tableOf } from '../schema/schema.ts';
import { bracketsIn, isMark, isWord, nameIn, type Place, pass, skip, slice, standsAt, type Text } from './own-text.ts';

type Parts = Partial<
  Pick<
    Column,
    'nullable' | 'default' | 'collation' | 'comment' | 'autoIncrement' | 'identity' | 'computed' | 'onUpdate'
  >
>;

export interface OwnType {
  /** Without what is read; with what is not. */
  readonly sqlType: string;
  readonly parts: Parts;
  readonly keys: readonly Constraint[];
  /** What knex has a word for. */
  readonly sayable: readonly { readonly said: string; readonly knex: string }[];
  readonly unread: string | undefined;
}

/** What a clause says; undefined for what nobody here could say again. */
interface Effect {
  readonly parts?: Parts;
  readonly key?: Constraint;
}

interface Clause {
  readonly words: readonly string[];
  /** How knex says it, where a revision must say it by itself. */
  readonly knex: string | undefined;
  /** From behind its words. */
  read(text: Text, name: string | undefined): Effect | undefined;
}

function ends(text: Text): boolean {
  return text.at >= text.tokens.length || isWord(text.tokens[text.at], 'constraint') || clauseAt(text) !== undefined;
}

function upToNext(text: Text): string {
  const from = text.at;
  while (!ends(text)) pass(text);
  return slice(text, from, text.at);
}

function defaultIn(text: Text): Effect {
  const from = text.at;
  pass(text);
  upToNext(text);
  const sql = slice(text, from, text.at);
  return /^null$/i.test(sql) ? {} : { parts: { default: { kind: 'sql', sql } } };
}

function collationIn(text: Text): Effect | undefined {
  const collation = nameIn(text);
  return collation === undefined ? undefined : { parts: { collation } };
}

function commentIn(text: Text): Effect | undefined {
  const token = text.tokens[text.at];
  if (token?.kind !== 'string' || !token.text.startsWith("'") || token.text.includes('\\')) return undefined;
  text.at += 1;
  return { parts: { comment: token.text.slice(1, -1).replaceAll("''", "'") } };
}

function identityIn(always: boolean): (text: Text) => Effect | undefined {
  return (text) => (bracketsIn(text) === undefined ? { parts: { identity: { always } } } : undefined);
}

function computedIn(text: Text): Effect | undefined {
  const expression = bracketsIn(text);
  const persisted = skip(text, 'stored') || skip(text, 'persistent') || skip(text, 'persisted');
  if (!persisted) skip(text, 'virtual');
  return expression === undefined ? undefined : { parts: { computed: { expression, persisted } } };
}

function onUpdateIn(text: Text): Effect | undefined {
  const onUpdate = upToNext(text);
  return onUpdate === '' ? undefined : { parts: { onUpdate } };
}

function checkIn(text: Text, name: string | undefined): Effect | undefined {
  const expression = bracketsIn(text);
  if (expression === undefined) return undefined;
  return { key: { kind: 'check', expression, ...(name === undefined ? { beside: text.column } : { name }) } };
}

function deferrableIn(text: Text): { readonly deferrable?: Deferrable } {
  if (skip(text, 'not', 'deferrable') || !skip(text, 'deferrable')) return {};
  if (skip(text, 'initially', 'deferred')) return { deferrable: 'deferred' };
  skip(text, 'initially', 'immediate');
  return { deferrable: 'immediate' };
}

function primaryIn(text: Text, name: string | undefined): Effect | undefined {
  const { keysBeside, keysFill } = text.dialect;
  if (name !== undefined && keysBeside === undefined) return undefined;
  return {
    key: {
      kind: 'primary',
      columns: [text.column],
      ...(name === undefined ? {} : { name }),
      ...deferrableIn(text),
      ...(keysFill === undefined ? {} : { fills: keysFill }),
    },
  };
}

function uniqueIn(text: Text, said: string | undefined): Effect | undefined {
  const deferrable = deferrableIn(text);
  const known = text.dialect.keysBeside?.unique(text.table.name, text.column);
  const name = known === undefined ? undefined : (said ?? known);
  return name === undefined ? undefined : { key: { kind: 'unique', name, columns: [text.column], ...deferrable } };
}

const actions = [['cascade'], ['restrict'], ['no', 'action'], ['set', 'null'], ['set', 'default']] as const;

function actionIn(text: Text): string | undefined {
  return actions.find((words) => skip(text, ...words))?.join(' ');
}

/** A key that names no column refers to the primary key. */
function keyColumns(text: Text, table: Name): readonly string[] | undefined {
  const referred = tableOf(text.before, table)?.constraints.find(({ kind }) => kind === 'primary');
  return referred?.kind === 'primary' ? referred.columns : undefined;
}

function referredIn(text: Text): { readonly table: Name; readonly columns: readonly string[] } | undefined {
  const first = nameIn(text);
  const dotted = isMark(text.tokens[text.at], '.');
  if (dotted) text.at += 1;
  const second = dotted ? nameIn(text) : undefined;
  if (first === undefined || (dotted && second === undefined)) return undefined;
  const table: Name = second === undefined ? { name: first } : { schema: first, name: second };
  if (!isMark(text.tokens[text.at], '(')) {
    const columns = keyColumns(text, table);
    return columns === undefined ? undefined : { table, columns };
  }
  text.at += 1;
  const column = nameIn(text);
  if (column === undefined || !isMark(text.tokens[text.at], ')')) return undefined;
  text.at += 1;
  return { table, columns: [column] };
}

function foreignIn(text: Text, said: string | undefined): Effect | undefined {
  const references = referredIn(text);
  const rules: { onUpdate?: string; onDelete?: string } = {};
  for (;;) {
    const on = skip(text, 'on', 'update') ? 'onUpdate' : skip(text, 'on', 'delete') ? 'onDelete' : undefined;
    if (on === undefined) break;
    const action = actionIn(text);
    if (action !== undefined) rules[on] = action;
  }
  const deferrable = deferrableIn(text);
  const name = text.dialect.keysBeside?.foreign(text.table.name, text.column, said, text.version);
  if (references === undefined || name === undefined) return undefined;
  return {
    key: { kind: 'foreign', name, columns: [text.column], references, ...rules, ...deferrable },
  };
}

type Read = Clause['read'];

const unnamed =
  (read: Read): Read =>
  (text, name) =>
    name === undefined ? read(text, name) : undefined;
const always = (parts: Parts): Read => unnamed(() => ({ parts }));

function clause(words: string, read: Read, knex?: string): Clause {
  return { words: words.split(' '), read, knex };
}

/** Those that begin another stand before it. */
const clauses: readonly Clause[] = [
  clause('not null', always({ nullable: false }), 'notNullable()'),
  clause('null', always({ nullable: true })),
  clause('default', unnamed(defaultIn), 'defaultTo(…)'),
  clause('collate', unnamed(collationIn), "collate('…')"),
  clause('comment', unnamed(commentIn), "comment('…')"),
  clause('auto_increment', always({ autoIncrement: true, nullable: false })),
  clause('autoincrement', always({ autoIncrement: true, nullable: false })),
  clause('on update', unnamed(onUpdateIn)),
  clause('generated always as identity', unnamed(identityIn(true))),
  clause('generated by default as identity', unnamed(identityIn(false))),
  clause('generated always as', unnamed(computedIn)),
  clause('as', unnamed(computedIn)),
  clause('primary key', primaryIn),
  clause('unique key', uniqueIn, 'unique()'),
  clause('unique', uniqueIn, 'unique()'),
  clause('check', checkIn, "checkPositive() or t.check('…')"),
  clause('references', foreignIn, "references('…').inTable('…')"),
];

function clauseAt(text: Text): Clause | undefined {
  return clauses.find(({ words }) => standsAt(text, words));
}

/** Undefined for words that say a type and nothing else. */
export function readOwnType(written: string, place: Place): OwnType | undefined {
  const tokens = tokensOf(written, place.dialect.formatter)?.filter(({ kind }) => kind !== 'comment') ?? [];
  const text: Text = { ...place, tokens, at: 0 };
  pass(text);
  upToNext(text);
  const type = slice(text, 0, text.at);
  if (text.at >= tokens.length) return undefined;
  let parts: Parts = {};
  const keys: Constraint[] = [];
  const sayable: { said: string; knex: string }[] = [];
  const unread: string[] = [];
  while (text.at < tokens.length) {
    const from = text.at;
    const name = skip(text, 'constraint') ? nameIn(text) : undefined;
    const found = clauseAt(text);
    const said = slice(text, text.at, text.at + (found?.words.length ?? 0));
    if (found?.knex !== undefined) sayable.push({ said, knex: found.knex });
    text.at += found?.words.length ?? 0;
    const effect = found?.read(text, name);
    if (effect === undefined || !ends(text)) {
      upToNext(text);
      unread.push(slice(text, from, text.at));
      continue;
    }
    parts = { ...parts, ...effect.parts };
    if (effect.key !== undefined) keys.push(effect.key);
  }
  if (parts.autoIncrement === true && !keys.some(({ kind }) => kind === 'primary')) {
    parts = { ...parts, autoIncrement: false };
    unread.push('auto_increment');
  }
  const left = unread.length === 0 ? undefined : unread.join(' ');
  return { sqlType: [type, ...unread].join(' '), parts, keys, sayable, unread: left };
}
