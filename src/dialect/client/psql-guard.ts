/** The guards of a script for PostgreSQL: blocks that raise. */

import type { Entry, Frame } from '../client.ts';
import { anonymousBlock } from './dollar.ts';
import { versionRows, versionThere } from './psql-words.ts';
import { listed, quoted } from './spelling.ts';
import { type Demand, refused, undone } from './words.ts';

export const latch: string = 'SET default_transaction_read_only = on;\n';

interface Guard extends Demand {
  readonly frame: Frame;
  readonly word: string;
  /** Statements of the block before and after the check. */
  readonly first?: string;
  readonly last?: string;
  /** Statements for a table that may be missing; nothing counts as base. The rows may be any. */
  readonly absent?: string;
  /** A condition that lets pass what is not as expected. */
  readonly unless?: string;
  /** Rows that are refused with another sentence, where the condition holds. */
  readonly done?: { readonly expected: readonly string[]; readonly condition: string; readonly says: string };
}

/** As an array's text: what is NULL or blank is seen there. https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO */
export const showRows = (array: string): string =>
  `coalesce(nullif(replace(btrim(${array}::text, '{}'), ',', ', '), ''), 'base')`;

const arrayOf = (heads: readonly string[]): string => `ARRAY[${listed(heads.map(quoted))}]::text[]`;

/** Compares as sets, both ways and in number: an array of revisions has no order, and a row may stand twice. */
const fitsAll = (wanted: string): string =>
  `found @> ${wanted} AND found <@ ${wanted} AND cardinality(found) = cardinality(${wanted})`;

export function guard(asked: Guard): string {
  const { frame, expected, needs, hint, word, first = '', last = '', absent, unless, done } = asked;
  const rows = versionRows(frame, absent === undefined ? expected : undefined);
  const read = `SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE "C"), '{}') INTO found FROM ${rows};\n`;
  const fits = fitsAll('wanted');
  return anonymousBlock(
    [
      `DECLARE\n  wanted CONSTANT text[] := ${arrayOf(expected)};\n${done === undefined ? '' : `  wished CONSTANT text[] := ${arrayOf(done.expected)};\n`}  found text[] := '{}';\n  moved bigint;\n`,
      unless === undefined ? '' : '  place integer := 0;\n',
      'BEGIN\n',
      first,
      absent === undefined
        ? `  ${read}`
        : `  IF ${versionThere(frame)} IS NOT NULL THEN\n    ${read}${absent && `  ELSE\n${absent}`}  END IF;\n`,
      done === undefined
        ? ''
        : `  IF ${fitsAll('wished')} AND ${done.condition} THEN\n    RAISE EXCEPTION '%', ${quoted(done.says)};\n  END IF;\n`,
      unless === undefined
        ? `  IF NOT (${fits}) THEN\n`
        : `  IF NOT (${fits}) THEN\n${unless}  END IF;\n  IF place IS NULL THEN\n`,
      `    RAISE EXCEPTION '${word}: %, but it is at %', ${quoted(needs)},\n`,
      `      ${showRows('found')} USING HINT = ${quoted(hint)};\n  END IF;\n`,
      last,
      'END\n',
    ].join(''),
  );
}

export const unlessStopped: string =
  `  IF current_setting('migrator.stopped', true) = 'on' THEN\n` +
  `    RAISE EXCEPTION '${refused}: an earlier statement of this script failed';\n  END IF;\n`;

const mine = ({ revision, step }: Entry): string => quoted(`${revision} ${step}`);

/** Known until the transaction ends. */
export const remember = (entry: Entry): string =>
  `  PERFORM set_config('migrator.transaction', ${mine(entry)}, true);\n`;

/** A client that lost its connection goes on in another session, and so in no transaction. */
export const unlessSame = (entry: Entry): string =>
  `  IF current_setting('migrator.transaction', true) IS DISTINCT FROM ${mine(entry)} THEN\n` +
  `    RAISE EXCEPTION '${undone}: the transaction of this revision was lost, and the connection with it';\n  END IF;\n`;

export const unlatch: string = "  PERFORM set_config('default_transaction_read_only', 'off', false);\n";
