/** SQLite from npm behind the same face as the shell: enough of its dot commands to apply a script. */
import sqlite from 'node-sqlite3-wasm';
import type { Cell } from './engine.ts';

export function wasmVersion(): string {
  const database = new sqlite.Database();
  try {
    return String(database.get('SELECT sqlite_version() AS version')?.version);
  } finally {
    database.close();
  }
}

/** The last statement's rows; what comes before it is run for its effect. */
export async function wasmQuery(filename: string, sql: string): Promise<Cell[][]> {
  const database = new sqlite.Database(filename);
  try {
    const statements = [...statementsOf(sql)].map(({ text }) => text);
    for (const statement of statements.slice(0, -1)) database.exec(statement);
    const rows = database.all(statements.at(-1) ?? 'SELECT 1 WHERE 0');
    return rows.map((row) => Object.values(row).map(cellOf));
  } finally {
    database.close();
  }
}

function cellOf(value: unknown): Cell {
  if (value === null) return null;
  return value instanceof Uint8Array ? Buffer.from(value).toString() : String(value);
}

/** As the shell: goes on after an error unless `.bail on` or `bail` says otherwise, prints what is selected; its exit status. */
export function applyScript(filename: string, script: string, bail: boolean): number {
  const database = new sqlite.Database(filename);
  let failed = false;
  let stops = bail;
  try {
    for (const { text, line, dot } of statementsOf(script)) {
      if (dot) {
        const [command, ...words] = text.split(/\s+/);
        if (command === '.bail') stops = words[0] === 'on';
        if (command === '.print') process.stdout.write(`${words.join(' ').replace(/^(['"])(.*)\1$/, '$2')}\n`);
        if (command === '.timeout') database.exec(`PRAGMA busy_timeout = ${words[0]}`);
        continue;
      }
      try {
        for (const row of database.all(text)) process.stdout.write(lineOf(Object.values(row)));
      } catch (error) {
        failed = true;
        process.stderr.write(`Error: near line ${line}: ${(error as Error).message}\n`);
        if (stops) break;
      }
    }
  } finally {
    database.close();
  }
  return failed ? 1 : 0;
}

function lineOf(values: readonly unknown[]): string {
  return `${values.map((value) => cellOf(value) ?? '').join('|')}\n`;
}

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly dot: boolean;
}

const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|\w+|;|\s+|./gsy;

/** Statements and dot commands in their order; a trigger's body ends with END, as sqlite3_complete sees it. */
export function* statementsOf(script: string): Generator<Piece> {
  let text = '';
  let words: string[] = [];
  let line = 1;
  let start = 1;
  token.lastIndex = 0;
  for (let at = 0; at < script.length; at = token.lastIndex) {
    if (words.length === 0 && script[at] === '.' && /(^|\n)[^\S\n]*$/.test(script.slice(0, at))) {
      const end = script.indexOf('\n', at) < 0 ? script.length : script.indexOf('\n', at);
      yield { text: script.slice(at, end).trim(), line, dot: true };
      token.lastIndex = end;
      text = '';
      continue;
    }
    token.lastIndex = at;
    const [found] = token.exec(script)!;
    const blank = /^(\s|--|\/\*)/.test(found);
    if (!blank && words.length === 0) start = line;
    line += found.split('\n').length - 1;
    const inTrigger = /^create (temp |temporary )?trigger\b/.test(words.slice(0, 3).join(' '));
    if (found === ';' && !(inTrigger && !(words.at(-1) === 'end' && words.at(-2) === ';'))) {
      if (words.length > 0) yield { text, line: start, dot: false };
      text = '';
      words = [];
      continue;
    }
    text += found;
    if (!blank) words.push(found.toLowerCase());
  }
  if (words.length > 0) yield { text, line: start, dot: false };
}
