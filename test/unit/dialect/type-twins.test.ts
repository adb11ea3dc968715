/** An enum and a table of one name, and an enum that is said to be there and is not. */

import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from '../recorder/recorded.ts';

const native = { useNative: true, enumName: 'mood' } as const;
const table = (op: Op, name: string) => op.createTable(name, (t) => void t.integer('id'));
const moody = (op: Op, name: string, options: object = native) =>
  op.createTable(name, (t) => void t.enu('feels', ['sad'], { ...native, ...options }));

test.each<[string, string, (op: Op) => void]>([
  ['made by its own table', 'table mood', (op) => moody(op, 'mood')],
  [
    'made by a column',
    'table mood',
    (op) => {
      table(op, 'mood');
      table(op, 'a');
      op.addColumn('a', (t) => t.enu('feels', ['sad'], native));
    },
  ],
  [
    'made after a view',
    'view mood',
    (op) => {
      table(op, 'a');
      op.createView('mood', 'select id from a');
      op.createEnum('mood', ['sad']);
    },
  ],
  [
    'renamed',
    'table mood',
    (op) => {
      table(op, 'mood');
      op.createEnum('moods', ['sad']);
      op.renameEnum('moods', 'mood');
    },
  ],
  [
    'there before the table',
    'table mood',
    (op) => {
      op.createEnum('mood', ['sad']);
      table(op, 'a');
      op.renameTable('a', 'mood');
    },
  ],
])('an enum %s has not the name of a %s', async (_, other, upgrade) => {
  await expect(sqlOf('postgresql', upgrade)).rejects.toMatchObject({
    code: 'impossible',
    message: expect.stringMatching(`there cannot be an enum and a ${other}$`),
    place: expect.anything(),
  });
});

const gone = (op: Op) => {
  op.createEnum('mood', ['sad']);
  op.dropEnum('mood');
  moody(op, 'a', { existingType: true });
};

test('a type that was dropped is not there', async () => {
  await expect(sqlOf('postgresql', gone)).rejects.toMatchObject({
    code: 'impossible',
    message: 'there is no enum mood at this point of the history, and existingType of a.feels says that there is',
    place: expect.anything(),
  });
});

test('it may be there where raw SQL may have made it', async () => {
  const made = sqlOf('postgresql', (op) => {
    op.execute("create type mood as enum ('sad')");
    moody(op, 'a', { existingType: true });
  });
  await expect(made).resolves.toHaveLength(2);
});

test('on MySQL no type has a name', async () => {
  await expect(sqlOf('mysql', (op) => moody(op, 'mood', { existingType: true }))).resolves.toHaveLength(1);
});
