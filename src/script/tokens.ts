/** Cuts a statement into the tokens that tidying must not change; not a grammar. */

export type TokenKind = 'name' | 'string' | 'number' | 'word' | 'mark' | 'comment';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
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

const plainString = "'(?:[^']|'')*'";
const escapedString = "'(?:[^'\\\\]|''|\\\\[\\s\\S])*'";
const strings: Readonly<Record<string, string>> = {
  postgresql: `[eE]${escapedString}|(?:[bBxX]|[uU]&)?${plainString}|\\$(\\w*)\\$[\\s\\S]*?\\$\\k<dollar>\\$`,
  redshift: `[eE]${escapedString}|${plainString}`,
  mysql: `[nNxXbB]?${escapedString}|"(?:[^"\\\\]|""|\\\\[\\s\\S])*"`,
  mariadb: `[nNxXbB]?${escapedString}|"(?:[^"\\\\]|""|\\\\[\\s\\S])*"`,
  sqlite: `[xX]?${plainString}`,
  transactsql: `[nN]?${plainString}`,
  plsql: `[nN]?${plainString}`,
};

const cutters = new Map<string, RegExp>();

function cutterOf(language: string): RegExp | undefined {
  const known = cutters.get(language);
  if (known !== undefined) return known;
  const [name, string] = [names[language], strings[language]];
  if (name === undefined || string === undefined) return undefined;
  const comment = /^m/.test(language) ? '--[^\\n]*|/\\*[\\s\\S]*?\\*/|#[^\\n]*' : '--[^\\n]*|/\\*[\\s\\S]*?\\*/';
  const cutter = new RegExp(
    [
      `(?<comment>${comment})`,
      `(?<string>${string.replace('(\\w*)', '(?<dollar>\\w*)')})`,
      `(?<name>${name})`,
      '(?<number>0[xX][0-9a-fA-F]+|\\.?\\d[\\w.]*)',
      '(?<word>[\\p{L}_@][\\p{L}\\p{N}_$#@]*)',
      '(?<mark>[(),;.\\[\\]{}]|[^\\s\\p{L}\\p{N}_\'"`(),;.\\[\\]{}]+)',
      '\\s+',
    ].join('|'),
    'uy',
  );
  cutters.set(language, cutter);
  return cutter;
}

/** Undefined where the text holds something that this cutter does not know, so that nobody guesses. */
export function tokensOf(sql: string, language: string): readonly Token[] | undefined {
  const cutter = cutterOf(language);
  if (cutter === undefined) return undefined;
  const found: Token[] = [];
  cutter.lastIndex = 0;
  while (cutter.lastIndex < sql.length) {
    const match = cutter.exec(sql);
    if (match === null) return undefined;
    const kind = kindOf(match.groups!);
    if (kind !== undefined) found.push({ kind, text: match[0] });
  }
  return found;
}

function kindOf(groups: Record<string, string | undefined>): TokenKind | undefined {
  if (groups.word !== undefined) return 'word';
  if (groups.name !== undefined) return 'name';
  if (groups.mark !== undefined) return 'mark';
  if (groups.number !== undefined) return 'number';
  if (groups.string !== undefined) return 'string';
  return groups.comment === undefined ? undefined : 'comment';
}
