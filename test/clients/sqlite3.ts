/** How the sqlite3 shell cuts a script into statements, and which lines it takes for itself. */
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { type Token, tokensOf, unclosed } from './tokens.ts';

/** https://www.sqlite.org/cli.html#special_commands_to_sqlite3_dot_commands_ */
const known = /^\.(?:bail on|timeout \d+)$/;

/** Where a statement stands, as sqlite3_complete() sees it: https://www.sqlite.org/c3ref/complete.html */
type State = 'start' | 'normal' | 'explain' | 'create' | 'trigger' | 'semicolon' | 'end';

function next(state: State, { kind, text }: Token): State {
  if (kind === 'space' || kind === 'comment') return state;
  const word = kind === 'word' ? text.toUpperCase() : text;
  switch (state) {
    case 'start':
      if (word === ';') return 'start';
      return word === 'EXPLAIN' ? 'explain' : word === 'CREATE' ? 'create' : 'normal';
    case 'normal':
      return word === ';' ? 'start' : 'normal';
    case 'explain':
      if (word === ';') return 'start';
      return word === 'CREATE' ? 'create' : word === 'QUERY' || word === 'PLAN' ? 'explain' : 'normal';
    case 'create':
      if (word === ';') return 'start';
      return word === 'TEMP' || word === 'TEMPORARY' ? 'create' : word === 'TRIGGER' ? 'trigger' : 'normal';
    case 'trigger':
      return word === ';' ? 'semicolon' : 'trigger';
    case 'semicolon':
      return word === ';' ? 'semicolon' : word === 'END' ? 'end' : 'trigger';
    case 'end':
      return word === ';' ? 'start' : 'trigger';
  }
}

interface Reading {
  readonly pieces: Piece[];
  readonly commands: Piece[];
  readonly faults: Fault[];
  lines: string[];
  start: number;
  stops: boolean;
}

/** Line by line, and a line that begins within a string belongs to it. */
export function splitSqlite(script: string): Split {
  const reading: Reading = { pieces: [], commands: [], faults: [], lines: [], start: 1, stops: false };
  const lines = script.replace(/^\uFEFF/, '').split('\n');
  lines.forEach((text, index) => {
    readLine(reading, text, index + 1);
  });
  if (statementsIn(reading.lines.join('\n')).rest.trim()) {
    complain(reading, reading.start, 'the last statement has no ;', reading.lines[0]!);
    reading.lines.push(';');
  }
  run(reading);
  return reading;
}

function complain({ faults }: Reading, line: number, message: string, near: string): void {
  faults.push(fault(line, message, near));
}

function readLine(reading: Reading, text: string, line: number): void {
  const { lines, faults } = reading;
  if (text.includes('\r')) complain(reading, line, 'the shell loses carriage returns', text);
  if (lines.length === 0) {
    if (text.trim() === '' || /^\s*(?:--.*|\/\*.*\*\/\s*)$/.test(text)) return;
    reading.start = line;
    if (/^[.#]/.test(text)) {
      obey(reading, text, line);
      return;
    }
  }
  const soFar = lines.join('\n');
  if (/^\s*(?:\/|go)\s*$/i.test(text) && lines.length > 0) {
    if (unclosed(soFar, 'sqlite') === undefined && statementsIn(`${soFar}\n;`).rest.trim() === '') {
      faults.push(fault(line, 'a line that is only / or go ends the statement', text));
      lines.push(';');
      run(reading);
      return;
    }
  }
  lines.push(text);
  if (/;\s*(?:--.*|\/\*.*\*\/\s*)?$/.test(text) && statementsIn(lines.join('\n')).rest.trim() === '') run(reading);
}

function obey(reading: Reading, text: string, line: number): void {
  const words = text.trim();
  reading.commands.push({ sql: words, line });
  if (!known.test(words)) complain(reading, line, 'a script has no use for this command of the shell', text);
  if (words === '.bail on') reading.stops = true;
}

function run(reading: Reading): void {
  const whole = reading.lines.join('\n');
  const open = unclosed(whole, 'sqlite');
  if (open !== undefined) complain(reading, reading.start + open.line - 1, 'this is never closed', open.text);
  for (const { sql, line } of statementsIn(whole).pieces) {
    if (!reading.stops) complain(reading, reading.start, 'the shell goes on after errors unless bail is on', sql);
    reading.pieces.push({ sql, line: reading.start + line - 1 });
  }
  reading.lines = [];
}

/** The statements of a text that ends each with its semicolon, and what is left over. */
function statementsIn(text: string): { readonly pieces: readonly Piece[]; readonly rest: string } {
  const pieces: Piece[] = [];
  let sql = '';
  let line = 1;
  let state: State = 'start';
  for (const token of tokensOf(text, 'sqlite')) {
    const blank = token.kind === 'space' || token.kind === 'comment';
    if (sql === '' && blank && !(token.text.startsWith('/*') && unclosed(token.text, 'sqlite'))) continue;
    if (sql === '') line = token.line;
    state = next(state, token);
    if (token.text === ';' && state === 'start') {
      if (sql.trim()) pieces.push({ sql: sql.trimEnd(), line });
      sql = '';
    } else sql += token.text;
  }
  return { pieces, rest: sql };
}
