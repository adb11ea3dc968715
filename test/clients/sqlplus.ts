/** How SQL*Plus cuts a script into statements, and what its line rules would do to it. */
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { beyondLimits } from './oracle-limits.ts';
import { meaningful, tokensOf, unclosed } from './tokens.ts';

const maximalLine = 2499;
const commands =
  /^(SET|WHENEVER|PROMPT|EXIT|QUIT|SPOOL|REM|REMARK|SHOW|DEFINE|UNDEFINE|VARIABLE|PRINT|COLUMN|CONNECT|DISCONNECT|PAUSE|TIMING|@@?)\b/i;
const programs =
  /^(DECLARE|BEGIN|CREATE\s+(OR\s+REPLACE\s+)?((NON)?EDITIONABLE\s+)?(FUNCTION|PROCEDURE|PACKAGE|TRIGGER|TYPE|LIBRARY))\b/i;
const sql =
  /^(SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CREATE|ALTER|DROP|TRUNCATE|COMMENT|GRANT|REVOKE|RENAME|LOCK|COMMIT|ROLLBACK|SAVEPOINT|SET\s+(TRANSACTION|ROLE|CONSTRAINTS?)|PURGE|FLASHBACK|AUDIT|NOAUDIT|ANALYZE|CALL|EXPLAIN|DECLARE|BEGIN|\()/i;

interface Reading {
  readonly pieces: Piece[];
  readonly commands: Piece[];
  readonly faults: Fault[];
  buffer: string[];
  start: number;
  program: boolean;
  /** A statement that `;` has run already is still in SQL*Plus's buffer: `/` runs it again. */
  ran: boolean;
  define: boolean;
  blankLines: boolean;
  /** Errors end the script, and what is not committed is undone. */
  stops: boolean;
  /** A comment between statements goes on until its end, over all lines. */
  comment: boolean;
}

export function splitSqlplus(script: string): Split {
  const reading: Reading = {
    pieces: [],
    commands: [],
    faults: [],
    buffer: [],
    start: 1,
    program: false,
    ran: false,
    define: true,
    blankLines: false,
    stops: false,
    comment: false,
  };
  const lines = script.split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((text, index) => {
    readLine(reading, text.replace(/\r$/, ''), index + 1);
  });
  const open = unclosed(script, 'oracle');
  if (open !== undefined) complain(reading, open.line, 'this is never closed', open.text);
  if (!/^EXIT\b/i.test(reading.commands.at(-1)?.sql ?? ''))
    complain(reading, lines.length, 'SQL*Plus stays at its prompt when the file has no EXIT', '');
  if (reading.buffer.length > 0)
    complain(reading, lines.length, 'the file ends before the statement does', reading.buffer[0]!);
  return reading;
}

function readLine(reading: Reading, text: string, line: number): void {
  if (Buffer.byteLength(text) > maximalLine)
    complain(reading, line, `SQL*Plus reads no line over ${maximalLine} bytes`, text);
  if (reading.define && text.includes('&'))
    complain(reading, line, 'SQL*Plus substitutes & unless DEFINE is OFF', text);
  if (reading.comment) reading.comment = !text.includes('*/');
  else if (reading.buffer.length === 0) readCommand(reading, text, line);
  else readMore(reading, text, line);
}

function readCommand(reading: Reading, text: string, line: number): void {
  const words = text.trim();
  if (words === '' || words.startsWith('--') || /^REM(ARK)?\b/i.test(words)) {
    if (words.endsWith('-') && words !== '' && !/^-+$/.test(words))
      complain(reading, line, 'a line that ends in - is continued', text);
    return;
  }
  if (/^\/\*(?!\S)/.test(words)) {
    reading.comment = !words.includes('*/');
    return;
  }
  if (words === '/') {
    if (reading.ran) complain(reading, line, 'this / runs the statement before it a second time', text);
    reading.ran = true;
    return;
  }
  if (words.endsWith('-')) complain(reading, line, 'a line that ends in - is continued', text);
  if (/^\/\*\S/.test(words))
    complain(reading, line, 'a comment needs a space after /*, or its slash runs the buffer', text);
  if (sql.test(words)) {
    Object.assign(reading, { start: line, program: programs.test(words) });
    readMore(reading, text, line);
  } else if (commands.test(words)) {
    obey(reading, words, line);
  } else complain(reading, line, 'SQL*Plus does not know this command (SP2-0734) and goes on', text);
}

function obey(reading: Reading, words: string, line: number): void {
  reading.commands.push({ sql: words, line });
  if (/^WHENEVER\s+SQLERROR\b/i.test(words)) reading.stops = /\bEXIT\s+FAILURE\s+ROLLBACK$/i.test(words);
  if (/\bSQLCODE\b/i.test(words))
    complain(reading, line, 'the exit status is one byte: ORA-01536 comes out as 0', words);
  if (/^(?:EXIT|QUIT)\s*;?$/i.test(words)) complain(reading, line, 'EXIT commits what is left', words);
  const [, name, value] = /^SET\s+(\w+)\s+(\S+)/i.exec(words) ?? [];
  if (/^(DEF|DEFINE)$/i.test(name ?? '')) reading.define = !/^OFF$/i.test(value ?? '');
  if (/^(SQLBL|SQLBLANKLINES)$/i.test(name ?? '')) reading.blankLines = /^ON$/i.test(value ?? '');
}

function readMore(reading: Reading, text: string, line: number): void {
  const words = text.trim();
  if (words === '/' || words === '.') {
    if (words === '.') complain(reading, line, 'a line that is only . ends the statement without running it', text);
    end(reading);
    return;
  }
  if (words === '' && !reading.program && !reading.blankLines) {
    complain(reading, line, 'a blank line ends the statement without running it', reading.buffer.at(-1) ?? '');
    reading.buffer = [];
    return;
  }
  if (/^\/\*\S/.test(words))
    complain(reading, line, 'a comment needs a space after /*, or its slash runs the buffer', text);
  if (/^[#@]/.test(words))
    complain(reading, line, 'a line that starts with # or @ is a command, even within a statement', text);
  if (words.endsWith('-')) complain(reading, line, 'a line that ends in - is continued', text);
  reading.buffer.push(text);
  if (reading.program || !words.endsWith(';')) return;
  const whole = reading.buffer.join('\n');
  const last = [...tokensOf(whole, 'oracle')].filter(({ kind }) => kind !== 'space').at(-1);
  if (last?.text !== ';')
    complain(reading, line, 'the ; at the line end ends the statement, within a string or comment too', text);
  reading.buffer[reading.buffer.length - 1] = text.trimEnd().replace(/;$/, '');
  end(reading);
}

function end(reading: Reading): void {
  const { buffer, start } = reading;
  const whole = buffer.join('\n');
  if (!reading.stops)
    complain(reading, start, 'SQL*Plus goes on after errors unless WHENEVER SQLERROR says EXIT', whole);
  const piece = { sql: whole, line: start };
  reading.pieces.push(piece);
  reading.faults.push(...beyondLimits(piece));
  if (!reading.program && meaningful(whole, 'oracle').at(-1)?.text === ';') {
    complain(reading, start, 'a statement that is sent with its ; is refused (ORA-00911)', whole);
  }
  reading.buffer = [];
  reading.ran = true;
}

function complain(reading: Reading, line: number, message: string, near: string): void {
  reading.faults.push(fault(line, message, near));
}
