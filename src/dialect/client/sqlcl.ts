/** SQLcl reads scripts as SQL*Plus does; it is a Java program, so NLS_LANG says nothing to it. */

import type { Client } from '../client.ts';
import { lookAt } from './book.ts';
import { doubleQuoted, shellWord } from './spelling.ts';
import { sqlplus } from './sqlplus.ts';
import { versionTable } from './sqlplus-words.ts';

/** https://docs.oracle.com/en/database/oracle/sql-developer-command-line/25.1/sqcug/ */
export const sqlcl: Client = {
  ...sqlplus,
  tool: 'sqlcl',
  goesOnWith: 'sqlplus',
  run: (file) => `JAVA_TOOL_OPTIONS=-Dfile.encoding=UTF-8 sql -L USER@DATABASE ${shellWord(`@${file}`)}`,
  check: (frame) => ['sql -L USER@DATABASE', lookAt(frame, versionTable(frame), doubleQuoted)],
};
