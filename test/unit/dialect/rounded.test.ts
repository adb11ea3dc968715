/** What a column rounds goes into the script as it was given, where somebody hears of it; what does not fit then is refused all the same. */
import { describe, expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import { column } from './lower-cases.ts';

type Case = readonly [dialect: DialectName, word: string, type: string, value: unknown, spelled: string];

const moment = new Date('2020-01-01T05:06:07.678Z');

const cases: Readonly<Record<string, Case>> = {
  'digits after the point': ['postgresql', 'decimal', 'decimal(8, 2)', '1.005', '1.005'],
  'a fraction that a double made long': ['mysql', 'decimal', 'decimal(8, 2)', 0.1 + 0.2, '0.30000000000000004'],
  'a small one without its exponent': ['mariadb', 'decimal', 'decimal(8, 2)', 1e-7, '0.0000001'],
  'digits before the point': ['oracle', 'decimal', 'number(3, -2)', 5, '5'],
  'a float of decimal digits': ['mysql', 'float', 'float(8, 2)', 1.234, '1.234'],
  money: ['mssql', 'specificType', 'money', '1.00005', '1.00005'],
  milliseconds: ['mariadb', 'datetime', 'datetime', moment, "'2020-01-01 05:06:07.678'"],
  'one digit of a second': ['postgresql', 'timestamp', 'timestamptz(1)', moment, "'2020-01-01T05:06:07.678+00:00'"],
  'digits of a text': ['postgresql', 'time', 'time', '05:06:07.1234567', "'05:06:07.1234567'"],
  'parts of a second': ['mssql', 'specificType', 'datetime', moment, "'2020-01-01T05:06:07.678'"],
  seconds: ['mssql', 'specificType', 'smalldatetime', '2020-01-01T05:06:07Z', "'2020-01-01T05:06:07'"],
  'a fraction of a whole number': ['mysql', 'integer', 'int', -2.5, '-2.5'],
  'a fraction in text': ['mariadb', 'bigint', 'bigint', '0012.50', '12.50'],
  'the time of a day': ['postgresql', 'date', 'date', '2020-01-01 10:00', "'2020-01-01'"],
  'the time of a day on MySQL': ['mysql', 'date', 'date', '2020-01-01T10:00:00', "'2020-01-01'"],
  'a member of an array': ['postgresql', 'specificType', 'decimal(8, 2)[]', [1.005], 'ARRAY[1.005]::decimal(8, 2)[]'],
};

const full: readonly Case[] = [
  ['postgresql', 'decimal', 'decimal(4, 2)', '99.995', ''],
  ['mariadb', 'decimal', 'decimal(4, 2)', -99.999, ''],
  ['oracle', 'decimal', 'number(1, -2)', 950, ''],
];

describe('what is heard', () => {
  test.each(Object.entries(cases))('%s', (_, [name, word, type, value, spelled]) => {
    const { literal } = dialects[name];
    const known = column('c', word, type);
    const heard: string[] = [];
    expect(literal(value, known, (says) => void heard.push(says))).toBe(spelled);
    expect(heard).toEqual([expect.stringMatching(/round|digits after the second|is not a whole/)]);
    expect(() => literal(value, known)).toThrow(expect.objectContaining({ code: 'unrepresentable' }));
  });
});

test.each(full)('%s: %s %s rounded has no room for %s', (name, word, type, value) => {
  expect(() => dialects[name].literal(value, column('c', word, type), () => undefined)).toThrow(
    expect.objectContaining({ message: expect.stringMatching(/before the point/) }),
  );
});
