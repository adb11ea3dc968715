/** An enum of PostgreSQL whose values change under what is made of its columns. */

import { expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import { column } from './lower-cases.ts';

const type = { name: 'mood' };
const drop: Operation = { kind: 'dropEnumValue', type, value: 'gone' };

test('no value goes under a computed column', () => {
  const columns = [
    column('feels', 'specificType', 'mood'),
    column('here', 'boolean', 'boolean', { computed: { expression: "feels <> 'sad'", persisted: true } }),
  ];
  const made: readonly Operation[] = [
    { kind: 'createEnum', type: { name: type, values: ['sad', 'gone'], implicit: false } },
    {
      kind: 'createTable',
      table: { name: { name: 'person' }, columns, constraints: [], indexes: [] },
      ifNotExists: false,
    },
  ];
  const before = made.reduce((schema, operation) => apply(operation, schema), emptySchema);
  expect(() => dialects.postgresql.lower(drop, before, '15')).toThrow(
    'PostgreSQL changes no type under a computed column: person.here is computed from feels',
  );
});
