/** As much of psql as our own scripts use: its commands and variables, and statements sent one by one. */

import type { Outcome, Passage } from './engine.ts';

export interface Answer {
  /** Text by column name. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** How many rows the statement touched. */
  readonly count: number;
}

/** Runs one statement. */
export type Send = (sql: string) => Promise<Answer>;

type Piece = { readonly kind: 'sql' | 'command'; readonly text: string };

const token =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|;|\\[^\n]*|[^'"\-/$;\\]+|[\s\S]/g;
const escapedString = /[eE]'(?:[^'\\]|''|\\[\s\S])*'/y;

function* piecesOf(script: string, variables: ReadonlyMap<string, string>): Generator<Piece> {
  let sql = '';
  let at = 0;
  while (at < script.length) {
    escapedString.lastIndex = at;
    const escaped = /\w/.test(script[at - 1] ?? '') ? null : escapedString.exec(script);
    token.lastIndex = at;
    const text = escaped?.[0] ?? nextToken(script);
    at += text.length;
    if (text === ';') {
      yield { kind: 'sql', text: sql };
      sql = '';
    } else if (text.startsWith('\\')) {
      const gset = /^\\gset\b/.test(text);
      yield { kind: gset ? 'sql' : 'command', text: gset ? `${sql}${text}` : text };
      if (gset) sql = '';
    } else if (!text.startsWith('--')) sql += interpolated(text, variables);
  }
  if (sql.trim() !== '') yield { kind: 'sql', text: sql };
}

/** `:name` outside quotes; a cast has two colons. */
function interpolated(text: string, variables: ReadonlyMap<string, string>): string {
  if (/^(?:['"$]|[eE]'|\/\*)/.test(text)) return text;
  return text.replace(/(?<![:\w]):([A-Za-z_]\w*)/g, (whole, name: string) => variables.get(name) ?? whole);
}

/** Plain text is cut before an `E'…'`, whose quotes follow other rules. */
function nextToken(script: string): string {
  const [text = ''] = token.exec(script) ?? [];
  const cut = /[^\w](?=[eE]$)/.exec(text);
  return cut === null ? text : text.slice(0, cut.index + 1);
}

interface Session {
  readonly variables: Map<string, string>;
  /** One entry for each open `\if`: whether its current branch runs. */
  readonly branches: boolean[];
  readonly said: string[];
  quit: boolean;
}

function isTrue(text: string): boolean {
  return ['true', 't', 'on', '1', 'yes'].includes(text.toLowerCase());
}

function runCommand(text: string, session: Session): void {
  const [name = '', ...words] = text.trim().slice(1).split(/\s+/);
  const { branches, variables } = session;
  const value = (word: string): string => {
    const asked = /^:\{\?(\w+)\}$/.exec(word)?.[1];
    if (asked !== undefined) return String(variables.has(asked));
    return word.startsWith(':') ? (variables.get(word.slice(1)) ?? 'false') : word;
  };
  if (name === 'if') branches.push(isTrue(value(words[0] ?? '')));
  else if (name === 'else') branches.push(!branches.pop());
  else if (name === 'endif') branches.pop();
  else if (branches.includes(false)) return;
  else if (name === 'set') variables.set(words[0] ?? '', value(words.slice(1).join(' ')));
  else if (name === 'echo') session.said.push(unquoted(text.trim().slice(5).trim()));
  else if (name === 'quit') session.quit = true;
}

function unquoted(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'").replaceAll('\\\\', '\\') : text;
}

async function runSql(text: string, session: Session, send: Send): Promise<void> {
  const [sql = '', gset] = text.split('\\gset');
  if (sql.trim() === '') return;
  const { rows, count } = await send(sql);
  session.variables.set('ERROR', 'false');
  session.variables.set('ROW_COUNT', String(count));
  if (gset === undefined) return;
  for (const [name, value] of Object.entries(rows[0] ?? {})) session.variables.set(name, String(value));
}

/** Stops at the first error while ON_ERROR_STOP is on, as scripts have it but where they ask `:ERROR` themselves. */
export async function runPsql(
  script: readonly Passage[],
  send: Send,
  variables: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const session: Session = { variables: new Map(Object.entries(variables)), branches: [], said: [], quit: false };
  for (const at of script) {
    for (const { kind, text } of piecesOf(at.text, session.variables)) {
      if (session.quit) break;
      if (kind === 'command') runCommand(text, session);
      else if (!session.branches.includes(false)) {
        try {
          await runSql(text, session, send);
        } catch (error) {
          if (isTrue(session.variables.get('ON_ERROR_STOP') ?? 'off')) {
            return { said: session.said, failed: { at, why: (error as Error).message } };
          }
          session.variables.set('ERROR', 'true');
        }
      }
    }
  }
  return { said: session.said };
}
