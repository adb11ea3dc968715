/** Text for PL/SQL blocks that SQL*Plus reads line by line. */

import { cut, quoted } from '../text.ts';

/** SQL*Plus reads lines of 2499 bytes in its older versions; quotes may double within. */
const longestLine = 1900;
const longestPiece = 900;
/** A PL/SQL literal holds 32767 bytes: https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/plsql-program-limits.html */
const longestText = 24_000;
const mostLines = 40;

/** Lines that SQL*Plus takes for its own inside a block: a terminator, a script, a prefix, a continued line, or nothing at all. */
const troubles = /^\s*$|^\s*[/.#@!]|-\s*$/;
const fences: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['!', '!'],
  ['~', '~'],
  ['^', '^'],
];

/** One PL/SQL expression; text beyond what a literal holds is for `execute`. */
export function text(value: string): string {
  return verbatim(value) ?? byLine(value);
}

function verbatim(value: string): string | undefined {
  if (/^[^'\n\r]*$/.test(value) && Buffer.byteLength(value) <= longestLine) return `'${value}'`;
  const lines = value.split('\n');
  if (value.includes('\r')) return undefined;
  if (lines.some((line, n) => Buffer.byteLength(line) > longestLine || (n > 0 && troubles.test(line))))
    return undefined;
  if (/-\s*$/.test(lines[0]!) && lines.length > 1) return undefined;
  const fence = fences.find(([, close]) => !value.includes(`${close}'`) && !value.endsWith(close));
  return fence === undefined ? undefined : `q'${fence[0]}${value}${fence[1]}'`;
}

/** Each line a literal of its own, so that every line of the file begins with a quote. */
function byLine(value: string): string {
  const lines = value.split('\n').map((line) => {
    const parts = line.split('\r').map((stretch) => cut(stretch, longestPiece).map(quoted).join(' ||\n    '));
    return parts.join(' || CHR(13) || ');
  });
  return lines.join(' || CHR(10) ||\n    ');
}

/** `EXECUTE IMMEDIATE` of any length; `declares` is what the block must declare for it. */
export function execute(sql: string): { readonly declares: string; readonly runs: string } {
  if (Buffer.byteLength(sql) <= longestText && (verbatim(sql) !== undefined || lineCount(sql) <= mostLines)) {
    return { declares: '', runs: `  EXECUTE IMMEDIATE ${text(sql)};\n` };
  }
  const built = pieces(sql).map((piece, n) =>
    n === 0 ? `  migrator_sql := ${text(piece)};\n` : `  migrator_sql := migrator_sql ||\n    ${text(piece)};\n`,
  );
  return {
    declares: 'DECLARE\n  migrator_sql CLOB;\n',
    runs: `${built.join('')}  EXECUTE IMMEDIATE migrator_sql;\n`,
  };
}

/** An expression of any length, for `EXECUTE IMMEDIATE … INTO` and `OPEN … FOR`, which take a CLOB, too. */
export function query(sql: string): string {
  if (Buffer.byteLength(sql) <= longestText) return text(sql);
  return pieces(sql)
    .map((piece) => `TO_CLOB(${text(piece)})`)
    .join(' ||\n    ');
}

const lineCount = (sql: string): number => sql.split('\n').length;

/** Cut after line ends where that is possible. */
function pieces(sql: string): readonly string[] {
  const found: string[] = [];
  let piece = '';
  let lines = 0;
  for (const line of sql.split(/(?<=\n)/).flatMap((whole) => cut(whole, longestText / 2))) {
    if (piece !== '' && (lines === mostLines || Buffer.byteLength(piece) + Buffer.byteLength(line) > longestText / 2)) {
      found.push(piece);
      piece = '';
      lines = 0;
    }
    piece += line;
    lines++;
  }
  return [...found, piece];
}
