/** An enum of PostgreSQL whose values change under what is made of its columns. */

import { expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import { column } from './lower-cases.ts';

const type = { name: 'mood' };
const drop: Operation = { kind: 'dropEnumValue', type, value: 'gone' };

const feels = column('feels', 'specificType', 'mood');

function droppedFrom(table: Partial<Table>) {
  const made: readonly Operation[] = [
    { kind: 'createEnum', type: { name: type, values: ['sad', 'gone'], implicit: false } },
    {
      kind: 'createTable',
      table: { name: { name: 'person' }, columns: [feels], constraints: [], indexes: [], ...table },
      ifNotExists: false,
    },
  ];
  const before = made.reduce((schema, operation) => apply(operation, schema), emptySchema);
  return dialects.postgresql.lower(drop, before, '15');
}

test('no value goes under a computed column', () => {
  const here = column('here', 'boolean', 'boolean', { computed: { expression: "feels <> 'sad'", persisted: true } });
  expect(() => droppedFrom({ columns: [feels, here] })).toThrow(
    'PostgreSQL changes no type under a computed column: person.here is computed from feels',
  );
});

test('no value goes that a check or an index compares with', () => {
  const check = (expression: string) => ({ constraints: [{ kind: 'check', name: 'no', expression } as const] });
  const index = (where: string) => ({ indexes: [{ name: 'few', columns: ['feels'], unique: false, where }] });
  expect(() => droppedFrom(check(`"feels" <> 'gone'`))).toThrow(
    'check no of person speaks of value "gone" of enum mood',
  );
  expect(() => droppedFrom(index(`feels = 'gone'`))).toThrow('index few of person speaks of value "gone" of enum mood');
  expect(droppedFrom(check(`"feels" <> 'sad'`))).not.toEqual([]);
});
