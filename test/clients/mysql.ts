/** How the mysql and mariadb clients cut a script into statements, and what their own commands would do to it. */
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { type Token, tokenAt, unclosed } from './tokens.ts';

/** Where no statement has begun, lines of these words are for the client: https://dev.mysql.com/doc/refman/8.0/en/mysql-commands.html */
const takingMore = /^\s*(?:\?|(?:charset|connect|edit|help|pager|prompt|query_attributes|source|system|tee|use)\b)/i;
const alone =
  /^\s*(?:clear|ego|exit|go|nopager|notee|nowarning|print|quit|rehash|resetconnection|status|warnings)\s*;?\s*$/i;
const database = /^USE `[^`]+`;$/;
const delimiterLine = /^\s*DELIMITER[^\S\n]+(\S+)/i;

interface Reading {
  readonly pieces: Piece[];
  readonly commands: Piece[];
  readonly faults: Fault[];
  delimiter: string;
  text: string;
  start: number;
}

export function splitMysql(script: string): Split {
  const reading: Reading = { pieces: [], commands: [], faults: [], delimiter: ';', text: '', start: 1 };
  let line = 1;
  for (let at = 0; at < script.length; ) {
    const taken = command(reading, script, at, line) ?? statement(reading, script, at, line);
    line += script.slice(at, at + taken).split('\n').length - 1;
    at += taken;
  }
  atEnd(reading, script, line);
  return reading;
}

function complain({ faults }: Reading, line: number, message: string, near: string): void {
  faults.push(fault(line, message, near));
}

function flush(reading: Reading): void {
  if (reading.text.trim()) reading.pieces.push({ sql: reading.text.trimEnd(), line: reading.start });
  reading.text = '';
}

/** The length of a line that the client takes for itself. */
function command(reading: Reading, script: string, at: number, line: number): number | undefined {
  if (reading.text.trim() !== '' || (at > 0 && script[at - 1] !== '\n')) return undefined;
  const end = script.indexOf('\n', at);
  const whole = script.slice(at, end < 0 ? undefined : end);
  const changed = delimiterLine.exec(whole);
  if (changed !== null) reading.delimiter = changed[1]!;
  else if (!database.test(whole) && (takingMore.test(whole) || alone.test(whole))) {
    complain(reading, line, 'the client takes this line as a command of its own', whole);
    reading.commands.push({ sql: whole.trim(), line });
  } else return undefined;
  reading.text = '';
  return whole.length;
}

function statement(reading: Reading, script: string, at: number, line: number): number {
  const { delimiter, faults } = reading;
  if (script.startsWith(delimiter, at)) {
    flush(reading);
    return delimiter.length;
  }
  const token = tokenAt(script, 'mysql', at, line)!;
  const piece = token.kind === 'symbol' || token.kind === 'word' ? upTo(token.text, delimiter) : token.text;
  faults.push(...faultsOf(token, script));
  const blank = token.kind === 'space' || token.kind === 'comment';
  if (reading.text === '' && !blank) reading.start = line;
  if (reading.text !== '' || !blank) reading.text += token.kind === 'comment' && !piece.startsWith('/*') ? '' : piece;
  return piece.length;
}

function* faultsOf({ kind, text, at, line }: Token, script: string): Generator<Fault> {
  if (kind === 'comment' && /^\/\*(!|M!)/.test(text))
    yield fault(line, 'a conditional comment runs on some servers only', text);
  if (kind === 'string' && text.includes('\r'))
    yield fault(line, 'the client loses carriage returns within a string', text);
  if (text === '\\' && script[at + 1] !== 'N')
    yield fault(line, 'the client carries out a backslash command outside of quotes', script.slice(at, at + 20));
  if (kind === 'word' && /delimiter$/i.test(text) && script[at + text.length] === ' ')
    yield fault(line, 'clients may take the word delimiter for their own wherever it stands', text);
}

function upTo(text: string, delimiter: string): string {
  const at = text.indexOf(delimiter);
  return at > 0 ? text.slice(0, at) : text;
}

function atEnd(reading: Reading, script: string, line: number): void {
  const open = unclosed(script, 'mysql');
  if (open !== undefined) complain(reading, open.line, 'this is never closed', open.text);
  if (reading.text.trim())
    complain(reading, reading.start, `the last statement has no ${reading.delimiter}`, reading.text);
  if (reading.delimiter !== ';') complain(reading, line, 'the delimiter is never put back', reading.delimiter);
  flush(reading);
}
