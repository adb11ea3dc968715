/** Cuts SQL text into the pieces that every client model needs: strings, quoted names, comments, and the rest. */

export type Accent = 'mssql' | 'oracle' | 'mysql' | 'postgresql' | 'sqlite';

export interface Token {
  readonly kind: 'string' | 'name' | 'comment' | 'space' | 'word' | 'symbol';
  readonly text: string;
  readonly at: number;
  readonly line: number;
}

const common = {
  comment: String.raw`--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`,
  space: String.raw`\s+`,
  word: String.raw`[@#$:]*[\p{L}\p{N}_$#@]+`,
  symbol: String.raw`[\s\S]`,
};
/** A comment within a comment, as PostgreSQL and SQL Server have them. */
const nesting = (depth: number): string =>
  String.raw`\/\*(?:[^*/]|\*(?!\/)|\/(?!\*)${depth > 0 ? `|${nesting(depth - 1)}` : ''})*(?:\*\/|$)`;
const nested = `--[^\\n]*|${nesting(4)}`;
const doubled = `'(?:[^']|'')*(?:'|$)`;
const quoted = `"(?:[^"]|"")*(?:"|$)`;

const patterns: Readonly<Record<Accent, RegExp>> = {
  mssql: patternOf(`[nN]?${doubled}`, String.raw`${quoted}|\[(?:[^\]]|\]\])*(?:\]|$)`, nested),
  oracle: patternOf(
    String.raw`[nN]?[qQ]'(?:\[[\s\S]*?\]'|\{[\s\S]*?\}'|\([\s\S]*?\)'|<[\s\S]*?>'|([^\s])[\s\S]*?\k<close>')|[nN]?${doubled}`.replace(
      String.raw`([^\s])`,
      String.raw`(?<close>[^\s[{(<])`,
    ),
    quoted,
    common.comment,
  ),
  mysql: patternOf(
    String.raw`'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|"(?:[^"\\]|""|\\[\s\S])*(?:"|$)`,
    '`(?:[^`]|``)*(?:`|$)',
    String.raw`--(?=\s|$)[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`,
  ),
  postgresql: patternOf(
    String.raw`(?<tag>\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\k<tag>|$)|[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|${doubled}`,
    quoted,
    nested,
  ),
  sqlite: patternOf(`[xX]?${doubled}`, `${quoted}|\`(?:[^\`]|\`\`)*(?:\`|$)|\\[[^\\]]*(?:\\]|$)`, common.comment),
};

const kinds = ['comment', 'space', 'string', 'name', 'word'] as const;

function patternOf(string: string, name: string, comment: string): RegExp {
  return new RegExp(
    `(?<comment>${comment})|(?<space>${common.space})|(?<string>${string})|(?<name>${name})|(?<word>${common.word})|(?<symbol>${common.symbol})`,
    'gu',
  );
}

const kindOf = ({ groups }: RegExpExecArray): Token['kind'] =>
  kinds.find((name) => groups?.[name] !== undefined) ?? 'symbol';

export function* tokensOf(sql: string, accent: Accent, firstLine = 1): Generator<Token> {
  let line = firstLine;
  for (const match of sql.matchAll(patterns[accent])) {
    const [text] = match;
    yield { kind: kindOf(match), text, at: match.index, line };
    line += text.split('\n').length - 1;
  }
}

const sticky = new Map<Accent, RegExp>();

/** The one token that starts at `at`; undefined at the end. For clients that read some lines themselves. */
export function tokenAt(sql: string, accent: Accent, at: number, line: number): Token | undefined {
  const pattern = sticky.get(accent) ?? new RegExp(patterns[accent].source, 'uy');
  sticky.set(accent, pattern);
  pattern.lastIndex = at;
  const match = pattern.exec(sql);
  return match === null ? undefined : { kind: kindOf(match), text: match[0], at, line };
}

/** A string, name or comment that the end of the text cuts off. */
export function unclosed(sql: string, accent: Accent): Token | undefined {
  const last = [...tokensOf(`${sql}\n`, accent)].at(-1);
  return last !== undefined && /^(?:string|name|comment)$/.test(last.kind) ? last : undefined;
}

/** What counts for a parser: neither spaces nor comments. */
export function meaningful(sql: string, accent: Accent, firstLine = 1): Token[] {
  return [...tokensOf(sql, accent, firstLine)].filter(({ kind }) => kind !== 'space' && kind !== 'comment');
}

/** The value that a string token stands for. */
/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/UNISTR.html */
export function unistr(text: string): string {
  return text.replace(/\\(?:\\|([0-9a-f]{4}))/gi, (_, code?: string) =>
    code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export function textOf(token: string): string {
  const q = /^n?q'([\s\S])([\s\S]*)[\s\S]'$/i.exec(token);
  if (q) return q[2]!;
  return token.replace(/^n?'/i, '').replace(/'$/, '').replaceAll("''", "'");
}
