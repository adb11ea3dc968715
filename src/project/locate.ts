/** Where each key and value of a TOML text stands; the parser checks the text first, so this scanner may trust it. */

export interface Spot {
  readonly line: number;
  readonly column: number;
}

interface Found {
  readonly key: Spot;
  readonly value: Spot;
}

/** Answers for a path such as `['target', 'main', 'dialect']` or `['hooks', 0, 'name']`. */
export interface Locator {
  key(path: readonly (string | number)[]): Spot | undefined;
  value(path: readonly (string | number)[]): Spot | undefined;
}

export function locate(text: string): Locator {
  const found = new Map<string, Found>();
  scanDocument({ text, at: 0, found, lineStarts: lineStarts(text) });
  const nearestOf = (path: readonly (string | number)[]): Found | undefined => {
    for (let length = path.length; length > 0; length--) {
      const hit = found.get(label(path.slice(0, length)));
      if (hit !== undefined) return hit;
    }
    return undefined;
  };
  return { key: (path) => nearestOf(path)?.key, value: (path) => nearestOf(path)?.value };
}

interface Scan {
  readonly text: string;
  readonly found: Map<string, Found>;
  readonly lineStarts: readonly number[];
  at: number;
}

type Path = readonly (string | number)[];

const label = (path: Path): string => JSON.stringify(path.map(String));

function scanDocument(scan: Scan): void {
  const tables = new Map<string, number>();
  let table: Path = [];
  for (skipBlank(scan); scan.at < scan.text.length; skipBlank(scan)) {
    if (scan.text[scan.at] !== '[') scanPair(scan, table);
    else table = scanHeader(scan, tables);
  }
}

/** `[a.b]` and `[[a.b]]`; `tables` counts the elements of each array of tables. */
function scanHeader(scan: Scan, tables: Map<string, number>): Path {
  const start = scan.at;
  const many = scan.text.startsWith('[[', start);
  scan.at += many ? 2 : 1;
  const keys = scanKey(scan);
  skipSpace(scan);
  scan.at += many ? 2 : 1;
  let path: Path = [];
  keys.forEach((key, depth) => {
    path = [...path, key];
    const last = depth === keys.length - 1;
    const count = tables.get(label(path));
    if (last && many) tables.set(label(path), (count ?? 0) + 1);
    note(scan, path, start, start);
    if (last && many) path = [...path, count ?? 0];
    else if (count !== undefined) path = [...path, count - 1];
    note(scan, path, start, start);
  });
  return path;
}

function scanPair(scan: Scan, table: Path): void {
  const start = scan.at;
  const keys = scanKey(scan);
  skipSpace(scan);
  scan.at += 1;
  skipSpace(scan);
  keys.forEach((_, depth) => {
    note(scan, [...table, ...keys.slice(0, depth + 1)], start, scan.at);
  });
  scanValue(scan, [...table, ...keys]);
}

function scanKey(scan: Scan): string[] {
  const keys: string[] = [];
  for (;;) {
    skipSpace(scan);
    const start = scan.at;
    const quote = scan.text[start];
    if (quote === '"' || quote === "'") {
      skipString(scan);
      keys.push(unquote(scan.text.slice(start, scan.at)));
    } else {
      while (/[A-Za-z0-9_-]/.test(scan.text[scan.at] ?? '')) scan.at++;
      keys.push(scan.text.slice(start, scan.at));
    }
    skipSpace(scan);
    if (scan.text[scan.at] !== '.') return keys;
    scan.at++;
  }
}

function scanValue(scan: Scan, path: Path): void {
  const first = scan.text[scan.at];
  if (first === '"' || first === "'") skipString(scan);
  else if (first === '[') scanMany(scan, ']', (index) => scanElement(scan, [...path, index]));
  else if (first === '{') scanMany(scan, '}', () => scanPair(scan, path));
  else while (scan.at < scan.text.length && !/[,\]}\n\r#]/.test(scan.text[scan.at]!)) scan.at++;
}

function scanElement(scan: Scan, path: Path): void {
  note(scan, path, scan.at, scan.at);
  scanValue(scan, path);
}

function scanMany(scan: Scan, close: ']' | '}', one: (index: number) => void): void {
  scan.at++;
  for (let index = 0; ; index++) {
    skipBlank(scan);
    if (scan.text[scan.at] === close || scan.at >= scan.text.length) break;
    one(index);
    skipBlank(scan);
    if (scan.text[scan.at] === ',') scan.at++;
  }
  scan.at++;
}

function skipString(scan: Scan): void {
  const quote = scan.text[scan.at]!;
  const long = quote.repeat(3);
  const end = scan.text.startsWith(long, scan.at) ? long : quote;
  for (scan.at += end.length; scan.at < scan.text.length && !scan.text.startsWith(end, scan.at); scan.at++) {
    if (quote === '"' && scan.text[scan.at] === '\\') scan.at++;
  }
  scan.at += end.length;
  while (end === long && scan.text[scan.at] === quote) scan.at++;
}

function unquote(source: string): string {
  const inner = source.slice(1, -1);
  if (source.startsWith("'")) return inner;
  const plain: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\u001b' };
  return inner.replace(
    /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g,
    (_, x, u, long, one: string) =>
      one === undefined ? String.fromCodePoint(Number.parseInt(x ?? u ?? long, 16)) : (plain[one] ?? one),
  );
}

function skipSpace(scan: Scan): void {
  while (scan.text[scan.at] === ' ' || scan.text[scan.at] === '\t') scan.at++;
}

function skipBlank(scan: Scan): void {
  for (; scan.at < scan.text.length; scan.at++) {
    if (scan.text[scan.at] === '#') while (scan.at < scan.text.length && scan.text[scan.at] !== '\n') scan.at++;
    else if (!/[ \t\r\n]/.test(scan.text[scan.at]!)) return;
  }
}

function note(scan: Scan, path: Path, key: number, value: number): void {
  if (!scan.found.has(label(path))) scan.found.set(label(path), { key: spotOf(scan, key), value: spotOf(scan, value) });
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map((end) => end.index + 1)];
}

function spotOf(scan: Scan, at: number): Spot {
  let low = 0;
  let high = scan.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (scan.lineStarts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - scan.lineStarts[low]! + 1 };
}
