/** A refusal under its name, for each dialect that would not keep the value, beside the nearest value that it keeps. */
import { describe, expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import { type DialectName, dialectNames } from '../../../src/dialect/names.ts';
import type { Column } from '../../../src/schema/column.ts';
import { column } from './lower-cases.ts';

export interface Refused {
  readonly word: string;
  readonly value: unknown;
  /** What the sentence says. */
  readonly says: RegExp;
  /** The type by dialect; dialects that are left out hold the value, or have no such type. */
  readonly types: Partial<Record<DialectName, string>>;
  /** The nearest value that is taken. */
  readonly taken?: unknown;
  readonly more?: Partial<Column>;
}

/** The same type in every dialect but these. */
export const all = (sqlType: string, but: readonly DialectName[] = []): Refused['types'] =>
  Object.fromEntries(dialectNames.filter((name) => !but.includes(name)).map((name) => [name, sqlType]));
export function expectRefused(refused: Readonly<Record<string, Refused>>): void {
  describe.each(Object.entries(refused))('%s', (_, { word, value, says, types, taken, more }) => {
    test.each(Object.entries(types))('%s', (name, sqlType) => {
      const { literal } = dialects[name as DialectName];
      const known = column('c', word, sqlType, more);
      expect(() => literal(value, known)).toThrow(
        expect.objectContaining({ code: 'unrepresentable', message: expect.stringMatching(says) }),
      );
      if (taken !== undefined) expect(literal(taken, known)).not.toBe('');
    });
  });
}
