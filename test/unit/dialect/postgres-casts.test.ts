/** Types that PostgreSQL casts by way of another, and identity columns of which a part is altered. */

import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from '../recorder/recorded.ts';

type Type = (t: Parameters<Parameters<Op['createTable']>[1]>[0], name: string) => unknown;

const boolean: Type = (t, name) => t.boolean(name);
const numbers: Readonly<Record<string, Type>> = {
  integer: (t, name) => t.integer(name),
  bigint: (t, name) => t.bigInteger(name),
  smallint: (t, name) => t.specificType(name, 'smallint'),
  'decimal(8, 2)': (t, name) => t.decimal(name, 8, 2),
};

async function altered(from: Type, to: Type): Promise<string> {
  const made = await sqlOf('postgresql', (op) => {
    op.createTable('a', (t) => void from(t, 'w'));
    op.alterColumn('a', 'w', { type: (t, name) => to(t, name) as never });
  });
  return String(made.at(-1));
}

test.each([
  ['integer', '("w"::boolean)'],
  ['bigint', '(("w" <> 0))'],
  ['smallint', '(("w" <> 0))'],
  ['decimal(8, 2)', '(("w" <> 0))'],
])('%s becomes boolean', async (name, using) => {
  expect(await altered(numbers[name]!, boolean)).toMatch(`using ${using}`);
});

test.each([
  ['integer', '("w"::integer)'],
  ['bigint', '("w"::integer::bigint)'],
  ['smallint', '("w"::integer::smallint)'],
  ['decimal(8, 2)', '("w"::integer::decimal(8, 2))'],
])('boolean becomes %s', async (name, using) => {
  expect(await altered(boolean, numbers[name]!)).toMatch(`using ${using}`);
});

test('what is not said of an identity column stays', async () => {
  const made = await sqlOf('postgresql', (op) => {
    op.createTable('a', (t) => void t.bigInteger('id').identity({ always: true, start: 1000, increment: 10 }));
    op.alterColumn('a', 'id', { identity: { cache: 5 } });
  });
  expect(made.at(-1)).toBe(
    'alter table "a" alter column "id" set generated always set increment by 10 set start with 1000 set cache 5',
  );
});

test('an identity column has room for its numbers in its new type', async () => {
  const narrowed = sqlOf('postgresql', (op) => {
    op.createTable('a', (t) => void t.bigInteger('id').identity({ maxValue: '9000000000' }));
    op.alterColumn('a', 'id', { type: (t, name) => t.integer(name) });
  });
  await expect(narrowed).rejects.toMatchObject({
    code: 'impossible',
    message: 'the numbers of a.id go to 9000000000, which integer does not hold',
    place: expect.anything(),
  });
});

test('what there is no cast for needs its using', async () => {
  const uuid: Type = (t, name) => t.uuid(name);
  await expect(altered(numbers.integer!, uuid)).rejects.toThrow('no cast from integer to uuid, for a.w');
  await expect(altered((t, name) => t.json(name), boolean)).resolves.toMatch('"w"::boolean');
  await expect(altered((t, name) => t.text(name), uuid)).resolves.toMatch('"w"::uuid');
  const said = await sqlOf('postgresql', (op) => {
    op.createTable('a', (t) => void t.integer('w'));
    op.alterColumn('a', 'w', { type: (t, name) => t.uuid(name), using: 'null' });
  });
  expect(said.at(-1)).toMatch('using (null)');
});

test('an identity column takes neither a default nor NULL', async () => {
  const changed = (...changes: readonly Parameters<Op['alterColumn']>[2][]) =>
    sqlOf('postgresql', (op) => {
      op.createTable('a', (t) => void t.integer('w').notNullable().defaultTo(3));
      for (const change of changes) op.alterColumn('a', 'w', change);
    });
  const becomes = { identity: {}, default: null };
  await expect(changed({ identity: {} })).rejects.toThrow('a.w would be an identity column, which takes no default');
  await expect(changed(becomes, { default: 4 })).rejects.toThrow('which takes no default');
  await expect(changed(becomes, { nullable: true })).rejects.toThrow('lets no identity column hold NULL: a.w');
  await expect(changed(becomes, { identity: null, nullable: true, default: 4 })).resolves.toContain(
    'alter table "a" alter column "w" drop not null',
  );
});

test('what has no order is in no index that sorts', async () => {
  const made = (type: Type, then: (op: Op) => void) =>
    sqlOf('postgresql', (op) => {
      op.createTable('a', (t) => void type(t, 'w'));
      then(op);
    });
  const index = (op: Op): void => op.createIndex('i', 'a', ['w']);
  const refused = /no order for json, by which i of table a would sort/;
  await expect(made((t, name) => t.json(name), index)).rejects.toThrow(refused);
  await expect(made((t, name) => t.jsonb(name), index)).resolves.not.toEqual([]);
  await expect(
    made(
      (t, name) => t.text(name),
      (op) => {
        index(op);
        op.alterColumn('a', 'w', { type: (t, name) => t.json(name) });
      },
    ),
  ).rejects.toThrow(refused);
  await expect(
    made(
      (t, name) => t.json(name),
      (op) => op.createUniqueConstraint('i', 'a', ['w']),
    ),
  ).rejects.toThrow(refused);
});
