/** How psql cuts a script into statements, and what its backslash commands would do to it. */
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { meaningful, type Token, tokenAt, unclosed } from './tokens.ts';

/** https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS */
const known = /^\\(?:set|if|elif|else|endif|echo|quit|gset)$/;
const wholeArguments = /^(?:[^'"`\\]|'(?:[^'\\]|''|\\.)*'|"[^"]*")*$/;

interface Reading {
  readonly pieces: Piece[];
  readonly commands: Piece[];
  readonly faults: Fault[];
  /** The conditions that are open, and whether each has had its \else. */
  readonly conditions: { readonly line: number; readonly asked: string; hadElse: boolean }[];
  readonly variables: Set<string>;
  text: string;
  start: number;
  depth: number;
  atomic: number;
  stops: boolean;
}

/** As psql sends them: up to each semicolon outside of parentheses; \gset sends as well. Both ways of a condition are read. */
export function splitPsql(script: string): Split {
  const reading: Reading = {
    pieces: [],
    commands: [],
    faults: [],
    conditions: [],
    variables: new Set(['ERROR', 'ROW_COUNT']),
    text: '',
    start: 1,
    depth: 0,
    atomic: 0,
    stops: false,
  };
  const source = script.replace(/^\uFEFF/, ' ');
  let before: Token | undefined;
  let line = 1;
  for (let at = 0; at < source.length; ) {
    const token = tokenAt(source, 'postgresql', at, line)!;
    const taken = token.text === '\\' ? command(reading, source, token) : statement(reading, token, before, source);
    before = token;
    at += taken;
    if (token.text !== '\\') line += token.text.split('\n').length - 1;
  }
  atEnd(reading, source, line);
  return reading;
}

function complain({ faults }: Reading, line: number, message: string, near: string): void {
  faults.push(fault(line, message, near));
}

/** Where the script asks at once whether it failed, a statement may go on. */
const asksAtOnce = /^\s*(?:\\endif\n)?\\set migrator_failed :ERROR\n\\set ON_ERROR_STOP on\n/;

function flush(reading: Reading, rest = ''): void {
  const { pieces, text, start, stops } = reading;
  if (text.trim()) pieces.push({ sql: text.trimEnd(), line: start });
  if (text.trim() && !stops && !asksAtOnce.test(rest))
    complain(reading, start, 'psql goes on after errors unless ON_ERROR_STOP is set', text);
  Object.assign(reading, { text: '', depth: 0, atomic: 0 });
}

function statement(reading: Reading, token: Token, before: Token | undefined, source: string): number {
  const { text, kind } = token;
  if (kind === 'symbol' && text === '(') reading.depth++;
  if (kind === 'symbol' && text === ')') reading.depth--;
  if (kind === 'word') reading.atomic = atomicDepth(reading.atomic, text);
  if (text === ';' && reading.depth <= 0 && reading.atomic === 0) flush(reading, source.slice(token.at + 1));
  else if (reading.text !== '' || (kind !== 'space' && kind !== 'comment')) {
    if (reading.text === '') reading.start = token.line;
    const next = source[token.at + 1] ?? '';
    const quotedName = text === ':' && before?.text !== ':' && /['"{]/.test(next);
    const variable = /^:([\p{L}_][\p{L}\p{N}_]*)$/u.exec(text)?.[1];
    const isSet = variable !== undefined && (reading.variables.has(variable) || variable.startsWith('migrator_'));
    if (quotedName || (variable !== undefined && !isSet))
      complain(reading, token.line, 'psql puts the value of a variable here', source.slice(token.at, token.at + 40));
    reading.text += isSet ? '0' : text;
  }
  return text.length;
}

/** The body of a function in standard SQL has semicolons of its own. */
function atomicDepth(depth: number, word: string): number {
  if (/^ATOMIC$/i.test(word)) return depth + 1;
  if (depth === 0) return 0;
  return depth + Number(/^CASE$/i.test(word)) - Number(/^END$/i.test(word));
}

/** A backslash outside of quotes begins a command wherever it stands, and takes the rest of its line. */
function command(reading: Reading, source: string, { at, line }: Token): number {
  const end = source.indexOf('\n', at);
  const whole = source.slice(at, end < 0 ? source.length : end);
  const [name = '', ...rest] = whole.split(/(?<=^\\[a-z_!?;:]*)(?![a-z_])/i);
  const argument = rest.join('').trim();
  reading.commands.push({ sql: whole.trim(), line });
  if (!known.test(name)) complain(reading, line, 'a script has no use for this command of psql', whole);
  if (!wholeArguments.test(argument)) complain(reading, line, 'the quotes of a command end on its line', whole);
  if (name === '\\gset') {
    for (const [, variable] of reading.text.matchAll(/\bAS\s+(\w+)/gi)) reading.variables.add(variable!);
    flush(reading);
  } else if (reading.text.trim() !== '') {
    complain(reading, line, 'a backslash command is carried out in the middle of a statement', whole);
  }
  obey(reading, name, argument, line);
  return whole.length;
}

function obey(reading: Reading, name: string, argument: string, line: number): void {
  const { conditions, variables } = reading;
  if (name === '\\set') {
    variables.add(argument.split(/\s/)[0]!);
    if (/^ON_ERROR_STOP\b/.test(argument)) reading.stops = /^ON_ERROR_STOP\s+(?:on|1|true)$/.test(argument);
  }
  for (const [, variable] of /^\\(?:if|elif|set)$/.test(name) ? argument.matchAll(/:(\w+)/g) : []) {
    if (!variables.has(variable!)) complain(reading, line, 'a variable that nothing has set', argument);
  }
  if (name === '\\if') conditions.push({ line, asked: argument, hadElse: false });
  if (
    name === '\\quit' &&
    (conditions.length === 0 || conditions.at(-1)?.asked === ':migrator_todo' || argument !== '')
  )
    complain(reading, line, 'psql reads no further, and ends with status 0', name);
  if (!/^\\(?:elif|else|endif)$/.test(name)) return;
  const condition = name === '\\endif' ? conditions.pop() : conditions.at(-1);
  if (condition === undefined || (name !== '\\endif' && condition.hadElse))
    complain(reading, line, `${name} has no \\if`, argument);
  if (condition !== undefined && name === '\\else') condition.hadElse = true;
}

function atEnd(reading: Reading, source: string, line: number): void {
  const open = unclosed(source, 'postgresql');
  if (open !== undefined) complain(reading, open.line, 'this is never closed', open.text);
  for (const condition of reading.conditions) complain(reading, condition.line, '\\if has no \\endif', '');
  if (reading.text.trim()) complain(reading, line, 'the last statement has no ;', reading.text);
  flush(reading);
}

/** What PL/pgSQL compiles rather than SQL. */
export function isProgram(sql: string): boolean {
  const words = meaningful(sql, 'postgresql').map(({ text }) => text.toLowerCase());
  const plpgsql = words.some((word, at) => word === 'language' && /^'?plpgsql'?$/.test(words[at + 1] ?? ''));
  if (words[0] === 'do') return plpgsql || !words.includes('language');
  return (
    words[0] === 'create' && plpgsql && words.slice(0, 4).some((word) => word === 'function' || word === 'procedure')
  );
}
