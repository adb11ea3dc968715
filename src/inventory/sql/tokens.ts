/** SQL cut into tokens, in the lexical rules of one engine. */

/** `name`: an identifier in quotes; `word`: one without, or a keyword. */
export interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'sign';
  /** Without quotes; words in the case that counts for the engine. */
  readonly value: string;
  /** Where it begins and ends in the source. */
  readonly from: number;
  readonly to: number;
}

export interface Lexis {
  /** A backslash inside quotes escapes, and double quotes hold text: MySQL's ways. */
  readonly backslash: boolean;
  /** Names that differ in case alone are the same, quoted or not. */
  readonly caseless: boolean;
}

interface Found {
  readonly kind: Token['kind'];
  readonly value: string;
  readonly to: number;
}

type Read = (source: string, at: number, lexis: Lexis) => Found | undefined;

const blank = /(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/y;
const word = /[\p{L}_\u0080-\uffff][\p{L}\p{N}_$\u0080-\uffff]*/uy;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const dollar = /\$([\p{L}_]?[\p{L}\p{N}_]*)\$/uy;
const single = /::|:=|[()[\],;.:{}]/y;
const operator = /[+\-*/<>=~!@#%^&|?]+/y;

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', 0: '\0', Z: '\x1a' };

/** In PostgreSQL's strings: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE */
const coded = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{1,2})|([0-7]{1,3}))/y;

/** What stands between two equal marks, of which a doubled one is itself. */
function quoted(
  source: string,
  at: number,
  mark: string,
  backslash: boolean,
  codes = false,
): { value: string; to: number } {
  let value = '';
  let i = at + 1;
  for (; i < source.length; i++) {
    const char = source.charAt(i);
    const code = codes ? match(coded, source, i) : null;
    if (code !== null) {
      const [all, four, eight, two, octal] = code;
      value += String.fromCodePoint(Number.parseInt(four ?? eight ?? two ?? octal!, octal === undefined ? 16 : 8));
      i += all.length - 1;
    } else if (backslash && char === '\\') {
      i += 1;
      value += codes && source.charAt(i) === 'f' ? '\f' : (escapes[source.charAt(i)] ?? source.charAt(i));
    } else if (char === mark) {
      if (source.charAt(i + 1) !== mark) break;
      value += mark;
      i += 1;
    } else value += char;
  }
  return { value, to: i + 1 };
}

const readName: Read = (source, at, { backslash }) => {
  const mark = source.charAt(at);
  if (mark === '`' || (mark === '"' && !backslash)) return { kind: 'name', ...quoted(source, at, mark, false) };
  return undefined;
};

const readText: Read = (source, at, { backslash }) => {
  const mark = source.charAt(at);
  if (mark === "'" || (mark === '"' && backslash)) return { kind: 'text', ...quoted(source, at, mark, backslash) };
  if (/^[eE]'/.test(source.slice(at, at + 2))) return { kind: 'text', ...quoted(source, at + 1, "'", true, true) };
  const tag = match(dollar, source, at)?.[0];
  if (tag === undefined) return undefined;
  const end = source.indexOf(tag, at + tag.length);
  const to = end < 0 ? source.length : end;
  return { kind: 'text', value: source.slice(at + tag.length, to), to: to + tag.length };
};

const readWord: Read = (source, at) => {
  const found = match(word, source, at)?.[0];
  return found === undefined ? undefined : { kind: 'word', value: found.toLowerCase(), to: at + found.length };
};

const readNumber: Read = (source, at) => {
  const found = match(number, source, at)?.[0];
  return found === undefined ? undefined : { kind: 'number', value: found.toLowerCase(), to: at + found.length };
};

/** A sign of several characters ends in + or - only with certain others: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS */
const readSign: Read = (source, at) => {
  const found = match(single, source, at)?.[0] ?? match(operator, source, at)?.[0] ?? source.charAt(at);
  const ended = /[~!@#%^&|?]/.test(found) ? found : found.replace(/(?<=.)[+-]+$/, '');
  const comment = ended.search(/(?<=.)(?:--|\/\*)/);
  const value = comment > 0 ? ended.slice(0, comment) : ended;
  return { kind: 'sign', value, to: at + value.length };
};

const reads: readonly Read[] = [readName, readText, readWord, readNumber, readSign];

export function tokensOf(source: string, lexis: Lexis): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const space = match(blank, source, at)?.[0];
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    for (const read of reads) {
      const found = read(source, at, lexis);
      if (found === undefined) continue;
      const folded = lexis.caseless && found.kind === 'name' ? found.value.toLowerCase() : found.value;
      tokens.push({ kind: found.kind, value: folded, from: at, to: found.to });
      at = found.to;
      break;
    }
  }
  return tokens;
}

/** A word, whatever its case; never an identifier in quotes. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.value);
}

export function isSign(token: Token | undefined, ...signs: readonly string[]): boolean {
  return token?.kind === 'sign' && signs.includes(token.value);
}

/** The position after the bracket that closes the one at `at`. */
export function afterBracket(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (isSign(tokens[i], '(', '[')) depth += 1;
    if (isSign(tokens[i], ')', ']')) depth -= 1;
    if (depth === 0) return i + 1;
  }
  return tokens.length;
}
