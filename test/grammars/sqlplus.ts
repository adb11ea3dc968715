/** How SQL*Plus cuts a script into statements, and what its line rules would do to it. */
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { meaningful, tokensOf } from './tokens.ts';

const maximalLine = 2499;
const commands =
  /^(SET|WHENEVER|PROMPT|EXIT|QUIT|SPOOL|REM|REMARK|SHOW|DEFINE|UNDEFINE|VARIABLE|PRINT|COLUMN|CONNECT|DISCONNECT|PAUSE|TIMING|@@?)\b/i;
const programs =
  /^(DECLARE|BEGIN|CREATE\s+(OR\s+REPLACE\s+)?((NON)?EDITIONABLE\s+)?(FUNCTION|PROCEDURE|PACKAGE|TRIGGER|TYPE|LIBRARY))\b/i;
const sql =
  /^(SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CREATE|ALTER|DROP|TRUNCATE|COMMENT|GRANT|REVOKE|RENAME|LOCK|COMMIT|ROLLBACK|SAVEPOINT|SET\s+(TRANSACTION|ROLE|CONSTRAINTS?)|PURGE|FLASHBACK|AUDIT|NOAUDIT|ANALYZE|CALL|EXPLAIN|DECLARE|BEGIN|\()/i;

interface Reading {
  readonly pieces: Piece[];
  readonly faults: Fault[];
  buffer: string[];
  start: number;
  program: boolean;
  /** A statement that `;` has run already is still in SQL*Plus's buffer: `/` runs it again. */
  ran: boolean;
  define: boolean;
  blankLines: boolean;
}

export function splitSqlplus(script: string): Split {
  const reading: Reading = {
    pieces: [],
    faults: [],
    buffer: [],
    start: 1,
    program: false,
    ran: false,
    define: true,
    blankLines: false,
  };
  const lines = script.split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((text, index) => {
    readLine(reading, text.replace(/\r$/, ''), index + 1);
  });
  if (reading.buffer.length > 0)
    complain(reading, lines.length, 'the file ends before the statement does', reading.buffer[0]!);
  return reading;
}

function readLine(reading: Reading, text: string, line: number): void {
  if (Buffer.byteLength(text) > maximalLine)
    complain(reading, line, `SQL*Plus reads no line over ${maximalLine} bytes`, text);
  if (reading.define && text.includes('&'))
    complain(reading, line, 'SQL*Plus substitutes & unless DEFINE is OFF', text);
  if (reading.buffer.length === 0) readCommand(reading, text, line);
  else readMore(reading, text, line);
}

function readCommand(reading: Reading, text: string, line: number): void {
  const words = text.trim();
  if (words === '' || words.startsWith('--') || /^REM(ARK)?\b/i.test(words)) {
    if (words.endsWith('-') && words !== '' && !/^-+$/.test(words))
      complain(reading, line, 'a line that ends in - is continued', text);
    return;
  }
  if (words === '/') {
    if (reading.ran) complain(reading, line, 'this / runs the statement before it a second time', text);
    reading.ran = true;
    return;
  }
  if (words.endsWith('-')) complain(reading, line, 'a line that ends in - is continued', text);
  if (sql.test(words)) {
    Object.assign(reading, { start: line, program: programs.test(words) });
    readMore(reading, text, line);
  } else if (commands.test(words)) {
    obey(reading, words);
  } else complain(reading, line, 'SQL*Plus does not know this command (SP2-0734) and goes on', text);
}

function obey(reading: Reading, words: string): void {
  const [, name, value] = /^SET\s+(\w+)\s+(\S+)/i.exec(words) ?? [];
  if (/^(DEF|DEFINE)$/i.test(name ?? '')) reading.define = !/^OFF$/i.test(value ?? '');
  if (/^(SQLBL|SQLBLANKLINES)$/i.test(name ?? '')) reading.blankLines = /^ON$/i.test(value ?? '');
}

function readMore(reading: Reading, text: string, line: number): void {
  const words = text.trim();
  if (words === '/' || (words === '.' && reading.program)) {
    if (words === '.') complain(reading, line, 'a line that is only . ends the block without running it', text);
    end(reading);
    return;
  }
  if (words === '' && !reading.program && !reading.blankLines) {
    complain(reading, line, 'a blank line ends the statement without running it', reading.buffer.at(-1) ?? '');
    reading.buffer = [];
    return;
  }
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
  reading.pieces.push({ sql: whole, line: start });
  if (!reading.program && meaningful(whole, 'oracle').at(-1)?.text === ';') {
    complain(reading, start, 'a statement that is sent with its ; is refused (ORA-00911)', whole);
  }
  reading.buffer = [];
  reading.ran = true;
}

function complain(reading: Reading, line: number, message: string, near: string): void {
  reading.faults.push(fault(line, message, near));
}
