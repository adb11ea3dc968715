import { createRequire } from 'node:module';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { readers } from '../../../src/shadow/postgres-values.ts';

type Parser = (text: string) => unknown;
const { types } = createRequire(import.meta.url)('pg') as { types: { getTypeParser(oid: number): Parser } };

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

test('the types that node-postgres reads are read, and no others', () => {
  const plain = types.getTypeParser(25);
  const read = Array.from({ length: 5000 }, (_, oid) => oid).filter((oid) => types.getTypeParser(oid) !== plain);
  expect(Object.keys(readers).map(Number)).toEqual(read);
});

const spelled = (value: unknown): string => {
  if (Array.isArray(value)) return `{${value.map(spelled).join(',')}}`;
  return value === null ? 'NULL' : `"${String(value).replace(/["\\]/g, '\\$&')}"`;
};

test('lists are read as they were written', () => {
  const element = fc.option(fc.string({ maxLength: 6 }));
  const lists = fc.oneof(
    fc.array(element),
    fc.array(fc.array(element, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
  );
  fc.assert(
    fc.property(lists, (list) => {
      expect(readers[1009]!(spelled(list))).toEqual(list);
    }),
  );
});

test('moments are read as node-postgres reads them where the zone is UTC', () => {
  process.env.TZ = 'UTC';
  const two = (max: number) => fc.integer({ min: 1, max }).map((part) => String(part).padStart(2, '0'));
  const year = fc.integer({ min: 1, max: 20_000 }).map((number) => String(number).padStart(4, '0'));
  const day = fc.tuple(year, two(12), two(28)).map((parts) => parts.join('-'));
  const fraction = fc.option(fc.integer({ min: 0, max: 999_999 }), { nil: undefined });
  const clock = fc
    .tuple(two(23), two(59), two(59), fraction)
    .map(([hour, minute, second, part]) => ` ${hour}:${minute}:${second}${part === undefined ? '' : `.${part}`}`);
  const offset = fc.constantFrom('', '+00', '-03:30', '+12:45', '-00:01:15', '+05');
  const era = fc.constantFrom('', ' BC');
  const moment = fc.tuple(day, fc.option(clock, { nil: '' }), offset, era);
  fc.assert(
    fc.property(moment, ([date, time, ahead, before]) => {
      const text = `${date}${time}${time === '' ? '' : ahead}${before}`;
      expect(readers[1184]!(text), text).toEqual(types.getTypeParser(1184)(text));
    }),
  );
});

test.each(['Asia/Kathmandu', 'America/New_York'])('what has no zone is in UTC, also in %s', (place) => {
  process.env.TZ = place;
  expect(readers[1114]!('2026-03-08 02:30:00')).toEqual(new Date('2026-03-08T02:30:00Z'));
  expect(readers[1082]!('2026-03-08')).toEqual(new Date('2026-03-08T00:00:00Z'));
  expect(readers[1184]!('2026-03-08 02:30:00-05')).toEqual(new Date('2026-03-08T07:30:00Z'));
});
