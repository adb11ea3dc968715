/** What stands beside the tables in one spelling. */

import type { Extension, Grant, Routine, Sequence, Trigger, View } from '../../schema/objects.ts';
import { present } from '../facts.ts';
import { afterBracket, type Token, tokensOf } from '../sql/tokens.ts';
import { plainCounting } from './column.ts';
import { plainExpression, plainTokens, type Reading } from './expression.ts';
import { plainIndex } from './key.ts';

export function plainSequence({ name, type, ...counting }: Sequence, { accent }: Reading): Sequence {
  const plain = accent.type({ sqlType: type ?? 'bigint', unsigned: false, type: { name: 'specificType', args: [] } });
  return { name, ...(plain === 'bigint' ? {} : { type: plain }), ...plainCounting(counting, plain, accent) };
}

/** A view's own names for its columns are aliases in its query. */
export function plainView(view: View, reading: Reading): View {
  const { name, materialized, comment, columns } = view;
  return {
    name,
    materialized,
    query: reading.query(view.query),
    indexes: view.indexes.map((index) => plainIndex(index, reading)),
    ...present({ columns, comment: comment === '' ? undefined : comment }),
  };
}

/** The words that begin a clause of a routine's head: https://www.postgresql.org/docs/current/sql-createfunction.html */
const clauses =
  /(?<=^| )(?=(?:returns|language|immutable|stable|volatile|strict|called|security|external|parallel|cost|rows|set|as|leakproof|window|deterministic|not deterministic|contains|no sql|reads|modifies|sql security|return|begin) ?)/;
const usual: readonly string[] = [
  ...['volatile', 'called on null input', 'security invoker', 'parallel unsafe', 'cost 100', 'rows 1000'],
  ...['contains sql', 'sql security definer', 'not deterministic'],
];

/** Head and body; the body, once begun, is not cut. */
function clausesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const part of text.split(clauses)) {
    const last = found.at(-1);
    if (last !== undefined && /^(?:begin|return)\b(?!s)/.test(last)) found[found.length - 1] = last + part;
    else if (last === 'sql ' || last === 'returns null ') found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found.map((part) => part.trim()).filter((part) => part !== '');
}

/** Clauses may come in any order; what is as usual may be left out. */
export function plainRoutine({ kind, name, definition }: Routine, reading: Reading): Routine {
  const { accent } = reading;
  const tokens = tokensOf(definition, accent.lexis);
  const end = tokens[0]?.value === '(' ? afterBracket(tokens, 0) : 0;
  const head = accent
    .code(plainTokens(definition.slice(0, tokens[end - 1]?.to ?? 0), reading))
    .replace(/(?<=[(,] )in /g, '');
  const rest = accent.code(plainTokens(definition.slice(tokens[end]?.from ?? definition.length), reading));
  const kept = clausesOf(rest).filter((clause) => !usual.includes(clause));
  return { kind, name, arguments: head, definition: [head, ...kept.toSorted()].join(' ') };
}

/** The condition of `when (…)`: where its brackets stand. */
function conditionIn(tokens: readonly Token[]): readonly [from: number, to: number] | undefined {
  const at = tokens.findIndex(({ kind, value }) => kind === 'word' && value.toLowerCase() === 'when');
  if (at < 0 || tokens[at + 1]?.value !== '(') return undefined;
  const end = afterBracket(tokens, at + 1);
  return [tokens[at + 1]!.to, tokens[end - 1]!.from];
}

export function plainTrigger({ name, table, definition }: Trigger, reading: Reading): Trigger {
  const condition = conditionIn(tokensOf(definition, reading.accent.lexis));
  const [from, to] = condition ?? [definition.length, definition.length];
  const inside = condition === undefined ? '' : plainExpression(definition.slice(from, to), reading);
  const parts = [plainTokens(definition.slice(0, from), reading), inside, plainTokens(definition.slice(to), reading)];
  const plain = reading.accent
    .code(parts.filter((part) => part !== '').join(' '))
    .replace(/\bfor row\b/, 'for each row')
    .replace(/\bexecute procedure\b/, 'execute function');
  return { name, table, definition: plain };
}

/** Which version an engine has installed is its own affair. */
export function plainExtension({ name }: Extension): Extension {
  return { name };
}

/** One grant for each column, and `all` for all that there are. */
export function plainGrants(grant: Grant, { accent }: Reading): readonly Grant[] {
  const { on, to, withGrantOption } = grant;
  const low = grant.privileges.map((word) => word.toLowerCase().replace(/^all privileges$/, 'all'));
  const every = accent.everyPrivilege[on.kind] ?? [];
  const all = low.includes('all') || (every.length > 0 && every.every((word) => low.includes(word)));
  const privileges = all ? ['all'] : low.toSorted();
  const plain = { privileges, on: { kind: on.kind, name: on.name }, to: accent.role(to), withGrantOption };
  if (on.columns === undefined) return [plain];
  return on.columns.map((column) => ({ ...plain, on: { ...plain.on, columns: [column] } }));
}
