/** Renames that a view or a trigger would not follow. */

import { describe, expect, test } from 'vitest';
import { refuseLeftBehind } from '../../../src/dialect/left-behind.ts';
import { apply } from '../../../src/operation/verbs.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import { column } from './lower-cases.ts';

const table = { name: 'a' };
const columns = [column('x', 'integer', 'int'), column('y', 'integer', 'int')];
const made = apply(
  { kind: 'createTable', table: { name: table, columns, constraints: [], indexes: [] }, ifNotExists: false },
  emptySchema,
);
const view = { name: { name: 'v' }, query: 'select `x`, "y" from a', materialized: false, indexes: [] };
const viewed = apply({ kind: 'createView', view, replace: false }, made);
const trigger = { name: 't', table, definition: 'before insert on a for each row set new.y = 1' };
const triggered = apply({ kind: 'createTrigger', trigger, replace: false }, made);

describe('MySQL', () => {
  const refused = (schema: typeof made, name?: string) => () =>
    refuseLeftBehind('MySQL', name === undefined ? { table } : { table, column: name }, schema, '`');

  test('refuses what a view reads, and takes text for text', () => {
    expect(refused(viewed)).toThrow(/view v/);
    expect(refused(viewed, 'x')).toThrow(/view v .* a\.x/);
    expect(refused(viewed, 'y')).not.toThrow();
  });

  test('refuses a column of which a trigger speaks; the table takes its own triggers along', () => {
    expect(refused(triggered, 'y')).toThrow(/trigger t/);
    expect(refused(triggered, 'x')).not.toThrow();
    expect(refused(triggered)).not.toThrow();
  });
});
