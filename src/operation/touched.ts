/** The one table that an SQL statement of the author's touches, where its first words say so beyond doubt. */

import type { Name } from '../schema/name.ts';

const name = String.raw`((?:["\x60[]?[\p{L}\p{N}_$]+["\x60\]]?\s*\.\s*)?["\x60[]?[\p{L}\p{N}_$]+["\x60\]]?)`;

/** Several tables, and statements within statements, are left alone. */
const forms: readonly RegExp[] = [
  String.raw`(?:insert|replace)\s+into\s+(?:only\s+)?${name}\s*(?:\(|values\b|select\b|default\b|as\b|overriding\b|set\b)`,
  String.raw`update\s+(?:only\s+)?${name}\s+(?:(?:as\s+)?(?!set\b)\w+\s+)?set\b`,
  String.raw`delete\s+from\s+(?:only\s+)?${name}\s*(?:$|where\b|returning\b|order\b|limit\b)`,
  String.raw`truncate\s+(?:table\s+)?(?:only\s+)?${name}\s*$`,
  String.raw`create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?\S+\s+on\s+(?:only\s+)?${name}\s*(?:\(|using\b)`,
  String.raw`comment\s+on\s+table\s+${name}\s+is\b`,
  String.raw`analyze\s+(?:table\s+)?${name}\s*$`,
].map((form) => new RegExp(String.raw`^\s*${form}`, 'iu'));

const within = /\bwith\b[\s\S]*\b(?:insert\s+into|delete\s+from|update\s+\S+\s+set|merge\s+into)\b/i;

export function touchedBy(sql: string): Name | undefined {
  const statement = sql.replace(/[\s;]+$/, '');
  if (statement.includes(';') || within.test(statement)) return undefined;
  const written = forms.map((form) => form.exec(statement)?.[1]).find((found) => found !== undefined);
  const [table, schema] = (written ?? '')
    .split('.')
    .map((part) => part.trim().replace(/^["`[]|["`\]]$/g, ''))
    .reverse();
  if (table === undefined || table === '') return undefined;
  return schema === undefined ? { name: table } : { schema, name: table };
}

const chosen = /^\s*(?:update|delete)\b((?:(?!\bwhere\b)[\s\S])*)\bwhere\b((?:(?!\bselect\b)[\s\S])*)/i;
const joined = /\bset\b[\s\S]*\bfrom\b/i;

/** What says which rows of its one table a statement changes, as far as it speaks of no other. */
export function conditionIn(sql: string): string {
  const [, before = '', condition = ''] = chosen.exec(sql.replace(/'(?:[^']|'')*'/g, "''")) ?? [];
  return joined.test(before) ? '' : condition;
}
