/** Cuts a statement into the tokens that tidying must not change; not a grammar. */

export type TokenKind = 'name' | 'string' | 'number' | 'word' | 'mark' | 'comment';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** White space that stood before it. */
  readonly gap: string;
}

const names: Readonly<Record<string, string>> = {
  postgresql: '"(?:[^"]|"")*"',
  redshift: '"(?:[^"]|"")*"',
  plsql: '"(?:[^"]|"")*"',
  mysql: '`(?:[^`]|``)*`',
  mariadb: '`(?:[^`]|``)*`',
  sqlite: '"(?:[^"]|"")*"|`(?:[^`]|``)*`|\\[[^\\]]*\\]',
  transactsql: '"(?:[^"]|"")*"|\\[(?:[^\\]]|\\]\\])*\\]',
};

const plainString = "'[^']*(?:''[^']*)*'";
const escapedString = "'[^'\\\\]*(?:(?:''|\\\\[\\s\\S])[^'\\\\]*)*'";
/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Literals.html */
const fences: readonly string[] = ['\\[[\\s\\S]*?\\]', '\\{[\\s\\S]*?\\}', '<[\\s\\S]*?>', '([!~^])[\\s\\S]*?\\2'];
const fencedString = `[qQ]'(?:${fences.join('|')})'`;
const strings: Readonly<Record<string, string>> = {
  postgresql: `[eE]${escapedString}|(?:[bBxX]|[uU]&)?${plainString}|\\$(\\w*)\\$[\\s\\S]*?\\$\\1\\$`,
  redshift: `[eE]${escapedString}|${plainString}`,
  mysql: `[nNxXbB]?${escapedString}|"(?:[^"\\\\]|""|\\\\[\\s\\S])*"`,
  mariadb: `[nNxXbB]?${escapedString}|"(?:[^"\\\\]|""|\\\\[\\s\\S])*"`,
  sqlite: `[xX]?${plainString}`,
  transactsql: `[nN]?${plainString}`,
  plsql: `[nN]?(?:${fencedString}|${plainString})`,
};

const letter = 'A-Za-z_\\u0080-\\uffff';
const cutters = new Map<string, RegExp>();

function cutterOf(language: string): RegExp | undefined {
  const known = cutters.get(language);
  if (known !== undefined) return known;
  const [name, string] = [names[language], strings[language]];
  if (name === undefined || string === undefined) return undefined;
  const cutter = new RegExp(
    [
      '\\s+',
      `${dashComments(language)}|/\\*[\\s\\S]*?\\*/${ofMysql.test(language) ? '|#[^\\n]*' : ''}`,
      // what psql only prints: https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS
      '(?<![^\\n])\\\\echo [^\\n]*',
      string,
      name,
      '0[xX][0-9a-fA-F]+|\\.?\\d[\\w.]*',
      `[${letter}@][${letter}0-9$#@]*`,
      '[(),;.\\[\\]{}]',
      `[^\\s${letter}0-9'"\`(),;.\\[\\]{}@]+`,
    ].join('|'),
    'y',
  );
  cutters.set(language, cutter);
  return cutter;
}

const ofMysql = /^m/;

/** Two dashes with nothing blank behind them are two signs: https://dev.mysql.com/doc/refman/8.0/en/ansi-diff-comments.html */
function dashComments(language: string): string {
  const shown = '[^\\s\\x00-\\x1f\\x7f]';
  return ofMysql.test(language) ? `-(?=-${shown})|--(?!${shown})[^\\n]*` : '--[^\\n]*';
}

/** Undefined where the text holds something that this cutter does not know, so that nobody guesses. */
export function tokensOf(sql: string, language: string): readonly Token[] | undefined {
  const cutter = cutterOf(language);
  if (cutter === undefined) return undefined;
  const found: Token[] = [];
  let gap = '';
  for (let at = 0; at < sql.length; at = cutter.lastIndex) {
    cutter.lastIndex = at;
    if (!cutter.test(sql)) return undefined;
    const text = sql.slice(at, cutter.lastIndex);
    const kind = kindOf(text, language);
    if (kind === undefined) gap = text;
    else {
      found.push({ kind, text, gap });
      gap = '';
    }
  }
  return found;
}

const stringQuotes: Readonly<Record<string, string>> = { mysql: '"', mariadb: '"' };

/** What a token is shows in its first and last characters. */
function kindOf(text: string, language: string): TokenKind | undefined {
  const first = text[0]!;
  if (wordStart.test(first)) return text.endsWith("'") ? 'string' : 'word';
  if (first === ' ' || first === '\n' || /\s/.test(first)) return undefined;
  if (first === "'" || first === stringQuotes[language] || (first === '$' && text.length > 1)) return 'string';
  if (first === '"' || first === '`' || (first === '[' && text.length > 1)) return 'name';
  if (/^\.?\d/.test(text)) return 'number';
  const comment =
    text.startsWith('--') ||
    text.startsWith('/*') ||
    text.startsWith('\\echo ') ||
    (first === '#' && ofMysql.test(language));
  return comment ? 'comment' : 'mark';
}

const wordStart = new RegExp(`[${letter}@]`);
