/** SQLite from npm behind the same face as the shell: enough of its dot commands to apply a script. */
import { readFileSync } from 'node:fs';
import sqlite from 'node-sqlite3-wasm';
import type { Cell, Manner, Ran } from './engine.ts';

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

/** As the shell: goes on after an error unless `.bail on` or a strict manner says otherwise, and prints what is selected. */
export async function wasmRun(filename: string, file: string, manner: Manner): Promise<Ran> {
  const database = new sqlite.Database(filename);
  const out: string[] = [];
  const err: string[] = [];
  let bail = manner.strict ?? false;
  try {
    for (const { text, line, dot } of statementsOf(readFileSync(file, 'utf8'))) {
      if (dot) {
        const [command, ...words] = text.split(/\s+/);
        if (command === '.bail') bail = words[0] === 'on';
        if (command === '.print') out.push(`${words.join(' ').replace(/^(['"])(.*)\1$/, '$2')}\n`);
        if (command === '.timeout') database.exec(`PRAGMA busy_timeout = ${words[0]}`);
        continue;
      }
      try {
        for (const row of database.all(text))
          out.push(
            `${Object.values(row)
              .map((value) => cellOf(value) ?? '')
              .join('|')}\n`,
          );
      } catch (error) {
        err.push(`Error: near line ${line}: ${(error as Error).message}\n`);
        if (bail) break;
      }
    }
  } finally {
    database.close();
  }
  return { status: err.length > 0 ? 1 : 0, stdout: out.join(''), stderr: err.join('') };
}

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly dot: boolean;
}

const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|\w+|;|\s+|./gsy;

/** Statements and dot commands in their order; a trigger's body ends with END, as sqlite3_complete sees it. */
function* statementsOf(script: string): Generator<Piece> {
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
