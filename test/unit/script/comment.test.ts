import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentLines } from '../../../src/dialect/client/comment.ts';

test('one line in is one comment out', () => {
  expect(commentLines(['create table employee (revisions/a.ts:7)', ''])).toBe(
    '-- create table employee (revisions/a.ts:7)\n--\n',
  );
});

test.each([
  ['a\r\nGO\nb', '-- a\n-- GO\n-- b\n'],
  ['end */ of /* it', '-- end * / of / * it\n'],
  ['$(x) &y', '-- $ (x) &y\n'],
  ['goes on -', '-- goes on - .\n'],
  ['runs;', '-- runs; .\n'],
  ['a\u2028b\u202ec\u0000', '-- a\n-- b\\u{202e}c\\u{0}\n'],
])('%j cannot leave its comment', (text, comment) => {
  expect(commentLines([text])).toBe(comment);
});

test('nothing ends a comment, reorders it, or is longer than a client reads', () => {
  const nasty = fc.constantFrom(
    '\n',
    '\r',
    '\u2028',
    '\u0085',
    '*/',
    '/*',
    '$(',
    '-',
    ';',
    ' ',
    'GO',
    '\u202e',
    '\ud800',
    'ä',
    'word',
  );
  const text = fc.array(fc.oneof(nasty, fc.string()), { maxLength: 200 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (line) => {
      const lines = commentLines([line]).split('\n');
      expect(lines.pop()).toBe('');
      for (const one of lines) {
        expect(one).toMatch(/^--( |$)/);
        expect(one).not.toMatch(/[\p{Cc}\p{Surrogate}\u2028-\u202e]|\$\(|\/\*|\*\/|[;]$|[^-]-$/u);
        expect(Buffer.byteLength(one)).toBeLessThan(600);
      }
    }),
  );
});
