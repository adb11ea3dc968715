/** Text and truth values as SQL, by the kind of their column. */

import type { Column } from '../schema/column.ts';
import { checkJsonText } from './json.ts';
import { fromMomentText } from './literal-moment.ts';
import { fromNumberText } from './literal-number.ts';
import { perColumn } from './per-column.ts';
import { checkBytes } from './room.ts';
import { spanFrom } from './span.ts';
import { type Spelling, spellText } from './spelling.ts';
import type { Target } from './target.ts';
import { unrepresentable } from './unrepresentable.ts';
import { fromUuidText } from './uuid.ts';

export function fromText(text: string, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'float':
      return fromNumberText(text, kind, target, spelling);
    case 'boolean':
      return fromTruthText(text, target, spelling);
    case 'bits':
      if (spelling.bits !== undefined && /^[01]+$/.test(text)) return spelling.bits(text, target);
      return fromTruthText(text, target, spelling);
    case 'json':
      checkJsonText(text, column);
      return spellText(text, target, spelling);
    case 'date':
    case 'timestamp':
    case 'time':
      return fromMomentText(text, target, spelling);
    case 'interval':
      return fromSpanText(text, target, spelling);
    case 'uuid':
      return fromUuidText(text, target, spelling);
    case 'binary':
      // PostgreSQL's own spelling of bytes, https://www.postgresql.org/docs/current/datatype-binary.html
      if (!/^\\x([0-9a-f]{2})*$/i.test(text)) throw unrepresentable('text for bytes', 'give a Buffer', column);
      checkBytes((text.length - 2) / 2, target, spelling.room);
      return spelling.bytes(text.slice(2).toLowerCase(), target);
    default:
      checkChoice(text, column);
      return spellText(text, target, spelling);
  }
}

function fromTruthText(text: string, { column }: Target, spelling: Spelling): string {
  const said = /^(?:(true|t|1)|(false|f|0))$/i.exec(text);
  if (said === null) throw unrepresentable(`${JSON.stringify(text)} is neither true nor false`, undefined, column);
  return spelling.boolean[said[1] === undefined ? 1 : 0];
}

function fromSpanText(text: string, target: Target, spelling: Spelling): string {
  const span = spanFrom(text);
  if (span === undefined) {
    throw unrepresentable(
      `${JSON.stringify(text)} is not a length of time`,
      'write it like P1DT2H30M or 1 day 02:30:00',
      target.column,
    );
  }
  return spelling.span?.(span, target) ?? spellText(text, target, spelling);
}

function checkChoice(text: string, column: Column | undefined): void {
  const values = column && choicesOf(column);
  if (values === undefined || values.length === 0 || values.includes(text)) return;
  throw unrepresentable(
    `${JSON.stringify(text)} is not among the values of the column`,
    `they are ${values.map((value) => JSON.stringify(value)).join(', ')}`,
    column,
  );
}

/** An enum's values: the arguments of knex's word, or those of the type as it was spelled. */
const choicesOf = perColumn(({ type, sqlType }): readonly string[] | undefined => {
  const [values] = type.args;
  if (/^enum?$/i.test(type.name) && Array.isArray(values)) return values.map(String);
  if (!/^enum\s*\(/i.test(sqlType)) return undefined;
  return [...sqlType.matchAll(/'((?:[^']|'')*)'/g)].map(([, value = '']) => value.replaceAll("''", "'"));
});

export function fromBoolean(value: boolean, target: Target, spelling: Spelling): string {
  const word = spelling.boolean[value ? 0 : 1];
  switch (target.kind) {
    case 'json':
      return spellText(String(value), target, spelling);
    case 'text':
      checkChoice(word, target.column);
      return spellText(word, target, spelling);
    case 'integer':
    case 'decimal':
    case 'float':
      return value ? '1' : '0';
    case 'bits':
      return spelling.bits?.(value ? '1' : '0', target) ?? word;
    case 'boolean':
    case 'other':
    case undefined:
      return word;
    default:
      throw unrepresentable(String(value), undefined, target.column);
  }
}
