import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Locator, locate } from '../../../src/project/locate.ts';
import { parseToml } from '../../../src/project/toml.ts';

const text = `# a comment with a = "1" and [brackets]
out = 'x'

[migrator] # trailing
"locations" = [ # inside
  "a # not a comment",
  'b]', # c = 1
  """c
  "" ]""", ]
timezone   =   "UTC"
inner . 'quoted key'."es\\u0063aped" = { one = 1, two.three = [ { deep = true } ],
  # comments and line breaks: TOML 1.1
  four = "}", }

[[hooks]]
name = "a"
[[hooks]]
  name = '''
b'''
  command = "c"
[hooks.more]
x = 1
[target."a.b"]
dialect = "mysql"
`;

test.each([
  [['out'], '2:1', '2:7'],
  [['migrator'], '4:1', '4:1'],
  [['migrator', 'locations'], '5:1', '5:15'],
  [['migrator', 'locations', 0], '6:3', '6:3'],
  [['migrator', 'locations', 1], '7:3', '7:3'],
  [['migrator', 'locations', 2], '8:3', '8:3'],
  [['migrator', 'timezone'], '10:1', '10:16'],
  [['migrator', 'inner', 'quoted key', 'escaped'], '11:1', '11:39'],
  [['migrator', 'inner', 'quoted key', 'escaped', 'two', 'three', 0, 'deep'], '11:66', '11:73'],
  [['migrator', 'inner', 'quoted key', 'escaped', 'four'], '13:3', '13:10'],
  [['hooks', 0, 'name'], '16:1', '16:8'],
  [['hooks', 1], '17:1', '17:1'],
  [['hooks', 1, 'name'], '18:3', '18:10'],
  [['hooks', 1, 'command'], '20:3', '20:13'],
  [['hooks', 1, 'more', 'x'], '22:1', '22:5'],
  [['target', 'a.b', 'dialect'], '24:1', '24:11'],
] as const)('%j stands at %s, its value at %s', (path, key, value) => {
  parseToml(text, 'migrator.toml');
  const locator = locate(text);
  const shown = (spot: ReturnType<Locator['key']>): string => `${spot?.line}:${spot?.column}`;
  expect([shown(locator.key(path)), shown(locator.value(path))]).toEqual([key, value]);
});

test('what is not there stands where its table stands', () => {
  expect(locate(text).key(['target', 'a.b', 'client'])).toEqual({ line: 23, column: 1 });
  expect(locate(text).key(['nothing'])).toBeUndefined();
});

test('lines end with LF or CRLF', () => {
  expect(locate('a = 1\r\n\r\n[b]\r\nc = 2\r\n').value(['b', 'c'])).toEqual({ line: 4, column: 5 });
});

/** Keys and values as TOML writes them, in every quoting. */
const key = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,6}$/), fc.string({ maxLength: 6 }));
const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: 'binary-ascii' }));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test('every value is found at its place, however deep', () => {
  fc.assert(
    fc.property(fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }), (table) => {
      const written = Object.entries(table)
        .map(([name, item]) => `${quoted(name)} = ${toml(item)}\n`)
        .join('# = [ "\n');
      const locator = locate(written);
      const lines = written.split('\n');
      for (const [path, item] of leaves(table)) {
        const { line, column } = locator.value(path)!;
        expect(
          lines
            .slice(line - 1)
            .join('\n')
            .slice(column - 1)
            .startsWith(toml(item)),
        ).toBe(true);
      }
    }),
  );
});

const quoted = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

function toml(item: unknown): string {
  if (typeof item === 'string') return quoted(item);
  if (Array.isArray(item)) return `[ ${item.map(toml).join(', # ]\n ')} ]`;
  if (typeof item !== 'object') return String(item);
  return `{ ${Object.entries(item!)
    .map(([name, inner]) => `${quoted(name)} = ${toml(inner)}`)
    .join(', ')} }`;
}

function* leaves(
  item: unknown,
  path: readonly (string | number)[] = [],
): Iterable<[readonly (string | number)[], unknown]> {
  if (path.length > 0) yield [path, item];
  if (typeof item !== 'object') return;
  const entries = Array.isArray(item) ? [...item.entries()] : Object.entries(item!);
  for (const [step, inner] of entries) yield* leaves(inner, [...path, step]);
}
