/** One recorded statement within a block: how it is sent, and what is made of its failure. */

import type { Entry, PartOf } from '../client.ts';
import { hintWhere, isUnexpected, unexpected } from './expect-rows.ts';
import { joinedText, quoted } from './spelling.ts';
import type { Ending } from './sqlplus-ending.ts';
import { execute, text } from './sqlplus-text.ts';

type Part = PartOf<'statement'>;

export interface Run {
  readonly declares: string;
  /** Statements of a block. */
  readonly runs: string;
}

const anonymous = /^\s*(?:declare|begin)\b/i;

/** Whether nothing of it stands when it fails: an author's own block may have committed half of what it does. */
export const isAtomic = ({ sql, statement }: Part): boolean =>
  statement.atomic === true || !anonymous.test(joinedText(sql));

/**
 * A unit of PL/SQL ends with its own semicolon; other statements must have none. A query is only parsed unless somebody
 * fetches its rows: https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/EXECUTE-IMMEDIATE-statement.html
 */
function sent({ sql, statement }: Part): string {
  const whole = joinedText(sql);
  if (/^\s*(?:select|with)\b/i.test(whole)) return `begin for migrator_row in (\n${whole}\n) loop null; end loop; end;`;
  return statement.sort === 'block' && /\bend\b[^;]*$/i.test(whole) ? `${whole};` : whole;
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/implicit-cursor-attribute.html */
function judgeRows({ entry, statement: { expectRows } }: Part, { word, happened }: Ending): string {
  if (expectRows === undefined) return '';
  return [
    `  IF ${isUnexpected('SQL%ROWCOUNT', expectRows)} THEN\n`,
    `    RAISE_APPLICATION_ERROR(-20006, ${text(unexpected(entry, expectRows, word))} || SQL%ROWCOUNT\n`,
    `      || ${text(`. ${hintWhere(happened)}`)});\n  END IF;\n`,
  ].join('');
}

const unit =
  /^\s*create\s+(or\s+replace\s+)?(?:(?:non)?editionable\s+)?((?:package|type)\s+body|trigger|function|procedure|package|type)\s+(?:if\s+not\s+exists\s+)?((?:(?:"[^"]+"|[\w$#]+)\s*\.\s*)?)("[^"]+"|[\w$#]+)/i;

const inCatalog = (word: string): string => quoted(word.startsWith('"') ? word.slice(1, -1) : word.toUpperCase());

/** What is made and does not compile stands all the same: https://docs.oracle.com/en/error-help/db/ora-24344/ */
function compiles(part: Part, runs: string, { revision, step, steps }: Entry): string | undefined {
  const [, replaces, kind = '', schema = '', named = ''] = unit.exec(joinedText(part.sql)) ?? [];
  if (named === '') return undefined;
  const what = kind.toLowerCase().replace(/\s+/g, ' ');
  const owner = schema === '' ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')" : inCatalog(schema.replace(/\s*\.\s*$/, ''));
  const begins = `migration not complete: step ${step} of ${steps} of revision ${revision} makes ${what} ${named}, which does not compile: `;
  const gone = replaces === undefined ? `drop ${what} ${schema}${named}, ` : '';
  const ends = `It stands, and is invalid: ${gone}mend what it needs, and run the script again.`;
  return [
    `  BEGIN\n${runs}  EXCEPTION WHEN OTHERS THEN\n    -- ORA-24344: success with compilation error\n    IF SQLCODE <> -24344 THEN\n      RAISE;\n    END IF;\n`,
    "    SELECT MIN('line ' || line || ': ' || text) KEEP (DENSE_RANK FIRST ORDER BY sequence) INTO migrator_first\n",
    `      FROM all_errors WHERE owner = ${owner} AND name = ${inCatalog(named)} AND type = '${what.toUpperCase()}';\n`,
    `    RAISE_APPLICATION_ERROR(-20007, SUBSTRB(${text(begins)} || migrator_first ||\n      ${text(`. ${ends}`)}, 1, 2000));\n  END;\n`,
  ].join('');
}

export function run(part: Part, ending: Ending): Run {
  const { declares, runs } = execute(sent(part));
  const watched = compiles(part, runs, part.entry);
  const more = [
    part.entry.steps === 1 ? '' : '  migrator_past NUMBER;\n',
    watched === undefined ? '' : '  migrator_first VARCHAR2(4000);\n',
  ].join('');
  return {
    declares: more === '' ? declares : `${declares || 'DECLARE\n'}${more}`,
    runs: (watched ?? runs) + judgeRows(part, ending),
  };
}
