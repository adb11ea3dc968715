/** Amazon Redshift's spelling of values: PostgreSQL 8's grammar with backslash escapes in plain strings. */

import { postgresSpelling } from './literal-postgres.ts';
import type { Moment } from './moment.ts';
import type { Spelling, Target } from './spelling.ts';
import { codePoints, joined, quoted, stretches } from './text.ts';
import { unrepresentable } from './unrepresentable.ts';

/** A backslash may be read as an escape: `https://docs.aws.amazon.com/redshift/latest/dg/r_patternmatching_condition_like.html` doubles it. */
export const redshiftSpecial: RegExp = /(?:(?![\u0080-\u009f])\p{Cc}|\\)+/gu;

/** `'a' || chr(10) || 'b'`; https://docs.aws.amazon.com/redshift/latest/dg/r_CHR.html knows ASCII. */
export function redshiftText(text: string): string {
  const parts = stretches(text, redshiftSpecial).flatMap((part) =>
    part.special ? codePoints(part.text).map((code) => `chr(${code})`) : [quoted(part.text)],
  );
  return parts.length === 1 ? parts[0]! : `(${joined(parts, ' || ')})`;
}

function redshiftMoment(moment: Moment, { kind, column }: Target): string {
  if (kind === 'date') return `'${moment.date}'`;
  if (kind === 'time') return `'${moment.time}'`;
  const zoneless = column !== undefined && !/tz|with time zone/i.test(column.sqlType);
  return `'${moment.date} ${moment.time}${zoneless ? '' : '+00'}'`;
}

export const redshiftSpelling: Spelling = {
  text: redshiftText,
  boolean: ['true', 'false'],
  bytes: (hex, { column }) => {
    // https://docs.aws.amazon.com/redshift/latest/dg/r_FROM_HEX.html
    if (column === undefined || /^(varbyte|varbinary|binary varying)/i.test(column.sqlType))
      return `from_hex('${hex}')`;
    throw unrepresentable('bytes in a text column', 'make the column varbyte by specificType', column);
  },
  moment: redshiftMoment,
  years: [1, 9999],
  integer: postgresSpelling.integer,
  numericDates: false,
  textualBytes: true,
  nonFinite: (value, { kind }) => (kind === 'float' ? `'${value}'::float8` : undefined),
};
