/** Values by chance that is the same in every run. */

export interface Random {
  /** From 0 to below `end`. */
  below(end: number): number;
  flip(): boolean;
  pick<T>(from: readonly T[]): T;
  many<T>(most: number, make: () => T): T[];
  /** Any whole number of that many bits, small ones and the limits more often. */
  whole(bits: number, signed?: boolean): bigint;
  digits(least: number, most: number): string;
  text(most: number): string;
  bytes(most: number, least?: number): Buffer;
  double(): number;
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * end);
  };
  const flip = (): boolean => below(2) === 0;
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const many = <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make);
  const raw = (bits: number): bigint => {
    let value = 0n;
    for (let at = 0; at < bits; at += 16) value = (value << 16n) | BigInt(below(65536));
    return value & ((1n << BigInt(bits)) - 1n);
  };
  const whole = (bits: number, signed = true): bigint => {
    const low = signed ? -(1n << BigInt(bits - 1)) : 0n;
    const high = low + (1n << BigInt(bits)) - 1n;
    if (below(10) === 0) return pick([low, high, 0n, 1n, signed ? -1n : 1n]);
    const value = low + raw(bits);
    return flip() ? value : value % 1000n;
  };
  const digits = (least: number, most: number): string =>
    Array.from({ length: least + below(most - least + 1) }, () => String(below(10))).join('');
  const character = (): string => {
    if (below(3) > 0) return pick(nasty);
    const code = 1 + below(pick([0x7f, 0x2ff, 0xffff, 0x10ffff]));
    return code >= 0xd800 && code <= 0xdfff ? 'x' : String.fromCodePoint(code);
  };
  const view = new DataView(new ArrayBuffer(8));
  const double = (): number => {
    if (flip()) return Number(`${pick(['', '-'])}${digits(1, 9)}.${digits(1, 8)}`);
    view.setBigUint64(0, raw(64));
    const value = view.getFloat64(0);
    return Number.isFinite(value) ? value : 0;
  };
  return {
    below,
    flip,
    pick,
    many,
    whole,
    digits,
    text: (most) => Array.from(many(most, character).join('')).slice(0, most).join(''),
    bytes: (most, least = 0) => Buffer.from(Array.from({ length: least + below(most - least + 1) }, () => below(256))),
    double,
  };
}

/** What client tools, servers and readers of files stumble over. */
export const nasty: readonly string[] = [
  ...[
    "'",
    "''",
    '"',
    '`',
    '\\',
    '\\\\',
    '\\n',
    "\\'",
    ';',
    ';\n',
    '--',
    '-- x',
    '-\n',
    '/*',
    '*/',
    '#',
    '%',
    '$$',
    '?',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u0001',
    '\u001a',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u202e',
    '\ufeff',
    ' ',
    '\b',
  ],
  ...[
    '$(x)',
    '$',
    '(',
    '&name',
    ':name',
    ':1',
    '\nGO\n',
    '\n/\n',
    '\n.\n',
    '\n\\q\n',
    '\n.quit\n',
    'delimiter //',
    '\\!',
  ],
  ...['é', 'ß', '中', '😀', '👩‍👩‍👧', "E'", "N'", 'NULL', '{"a":"b"}', '\n\n', 'x', '@', '!', '\nEXIT\n', 'DEFAULT'],
];
