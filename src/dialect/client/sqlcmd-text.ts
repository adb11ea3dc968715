/** Text for T-SQL batches that sqlcmd and SSMS read line by line. */

import { isAscii } from '../ascii/respell.ts';
import type { Frame } from '../client.ts';
import { quoted } from '../text.ts';

/** Lines that sqlcmd takes for its own, inside a literal or not: https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-commands */
const command =
  /^\s*(?:go|exit|quit|reset|ed|list|on\s+error|connect|out|perftrace|serverlist|setvar|xml)\b|^\s*(?::|!!)/i;

/** `N'a'`; `$(x)` is cut in two, because sqlcmd replaces it inside strings too. */
export function text(value: string): string {
  const pieces = value.split(/(?<=\$)(?=\()/).map((piece) => `N${quoted(piece)}`);
  return pieces.length === 1 ? pieces[0]! : `(${pieces.join(' + ')})`;
}

/**
 * `EXEC(N'…')`, or the text put together line by line in `@migrator_sql` where a line of it could be taken for a command,
 * or where it is no single literal.
 */
export function execute(sql: string, { ascii }: Pick<Frame, 'ascii'>): string {
  const indent = '  ';
  const lines = sql.split('\n');
  const plain = !/\r|\$\(/.test(sql) && !(ascii && !isAscii(sql)) && !lines.slice(1).some((line) => command.test(line));
  if (plain) return `${indent}EXEC(N${quoted(sql)});\n`;
  const built = lines.map((line, n) => {
    const end = n < lines.length - 1 ? ' + NCHAR(10)' : '';
    const start = n === 0 ? '' : '@migrator_sql + ';
    return `${indent}SET @migrator_sql = ${start}${lineText(line)}${end};\n`;
  });
  return `${built.join('')}${indent}EXEC(@migrator_sql);\n`;
}

/** A concatenation of short literals would be cut off at 4000 characters, so it begins with nvarchar(max). */
function lineText(line: string): string {
  const parts = line.split('\r').map(text);
  return `CAST(N'' AS nvarchar(max)) + ${parts.join(' + NCHAR(13) + ')}`;
}
