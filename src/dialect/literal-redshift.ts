/** Amazon Redshift's spelling of values: PostgreSQL 8's grammar with backslash escapes in plain strings. */

import type { Column } from '../schema/column.ts';
import { clockBy } from './clock.ts';
import { literalBy } from './literal.ts';
import { checkedSpan, postgresSpelling } from './literal-postgres.ts';
import { type Moment, timeText } from './moment.ts';
import { digitsBy } from './number.ts';
import { roomBy, sized } from './room.ts';
import { partsOf, type Span } from './span.ts';
import type { Spelling } from './spelling.ts';
import type { Target } from './target.ts';
import { codePoints, joined, quoted, stretches, unseenInLine } from './text.ts';
import { plainToken } from './token.ts';
import { unrepresentable } from './unrepresentable.ts';

/** A backslash is read as an escape: https://docs.aws.amazon.com/redshift/latest/dg/r_QUOTE_LITERAL.html doubles it. */
const special: RegExp = /(?:(?![\u0080-\u009f])\p{Cc}|\\)+/gu;

/** `'a' || chr(10) || 'b'`; https://docs.aws.amazon.com/redshift/latest/dg/r_CHR.html knows ASCII. */
export function redshiftText(text: string): string {
  const parts = stretches(text, special).flatMap((part) =>
    part.special ? codePoints(part.text).map((code) => `chr(${code})`) : [quoted(part.text)],
  );
  return parts.length === 1 ? parts[0]! : `(${joined(parts, ' || ')})`;
}

const plain = plainToken('', unseenInLine);

/** For comments, which take no expression. Lines break where they break; what an editor might change is escaped. */
export function redshiftToken(text: string): string {
  return plain(text).replaceAll('\\', '\\\\').replaceAll('\r', '\\r');
}

function redshiftMoment(moment: Moment, { kind }: Target): string {
  if (kind === 'date') return `'${moment.date}'`;
  const time = `${timeText(moment)}${moment.offset.replace(/:00$/, '')}`;
  return kind === 'time' ? `'${time}'` : `'${moment.date} ${time}'`;
}

function isSuper(column: Column | undefined): boolean {
  return /^super\b/i.test(column?.sqlType ?? '');
}

/** Lengths count bytes; `text` is a varchar(256): https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html */
const redshiftRoom = roomBy((type) => {
  const { name } = type;
  if (/^(varchar|character varying|nvarchar)$/.test(name)) return sized(type, { unit: 'bytes' }, 256);
  if (/^(text|bpchar)$/.test(name)) return { most: 256, unit: 'bytes' };
  // https://docs.aws.amazon.com/redshift/latest/dg/r_VARBYTE_type.html
  if (/^(varbyte|varbinary|binary varying)$/.test(name)) return sized(type, { unit: 'bytes' }, 64_000);
  // JSON comes as text: https://docs.aws.amazon.com/redshift/latest/dg/JSON_PARSE.html
  if (name === 'super') return { most: 65_535, unit: 'bytes' };
  return /^(char|character|nchar)$/.test(name) ? sized(type, { unit: 'bytes', ascii: true }, 1) : undefined;
});

/** `1 day 2 hours`, each part with a sign of its own: https://docs.aws.amazon.com/redshift/latest/dg/r_interval_data_types.html */
function redshiftSpan(span: Span, target: Target): string {
  const parts = partsOf(checkedSpan(span, target));
  return quoted(parts.map(([amount, unit]) => `${amount} ${unit}s`).join(' '));
}

export const redshiftSpelling: Spelling = {
  // a string alone would be one JSON string: https://docs.aws.amazon.com/redshift/latest/dg/ingest-super.html
  text: (text, { kind, column }) =>
    kind === 'json' && isSuper(column) ? `json_parse(${redshiftText(text)})` : redshiftText(text),
  boolean: ['true', 'false'],
  bytes: (hex, { column }) => {
    // https://docs.aws.amazon.com/redshift/latest/dg/r_FROM_HEX.html
    if (column === undefined || /^(varbyte|varbinary|binary varying)/i.test(column.sqlType))
      return `from_hex('${hex}')`;
    throw unrepresentable('bytes in a text column', 'make the column varbyte by specificType', column);
  },
  room: redshiftRoom,
  moment: redshiftMoment,
  clock: clockBy({ years: [1, 9999], zones: /tz|with time zone/, digits: 6, unknown: 'read' }),
  numericDates: false,
  span: redshiftSpan,
  integer: postgresSpelling.integer,
  // https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
  digits: digitsBy({ decimal: { precision: 18, scale: 0 }, numeric: { precision: 18, scale: 0 } }),
  number: (text, value, { kind }) => (kind === 'float' && Object.is(value, -0) ? `'-0'::float8` : text),
  nonFinite: (value, { kind }) => (kind === 'float' ? `'${value}'::float8` : undefined),
};

export const redshiftLiteral: (value: unknown, column?: Column) => string = literalBy(redshiftSpelling);
