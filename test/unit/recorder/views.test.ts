/** A view that is made anew keeps what the history knows of it, and is not made anew where it would lose more. */

import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from './recorded.ts';

const people = (op: Op): void => {
  op.createTable('people', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 20);
  });
  op.createView('names', 'select id, name from people');
};

const wider = (op: Op) => op.alterColumn('people', 'name', { type: (t, name) => t.string(name, 40) });
const other = (op: Op) => op.replaceView('names', 'select name from people');

test.each([
  ['a comment', "comment on view names is 'all of them'"],
  ['an owner', 'alter view "names" owner to clerk'],
  ['an option', 'ALTER VIEW IF EXISTS names SET (security_barrier)'],
])('%s of raw SQL', async (_, sql) => {
  for (const change of [wider, other]) {
    const written = sqlOf('postgresql', (op) => {
      people(op);
      op.execute(sql, { does: [] });
      change(op);
    });
    await expect(written).rejects.toThrow(`view names would be made anew, without what raw SQL has said of it`);
  }
});

test('a view of which nothing more was said, or that is made anew by the revision', async () => {
  const sql = await sqlOf('postgresql', (op) => {
    people(op);
    wider(op);
    op.execute("comment on view names is 'all of them'");
    op.dropView('names');
    op.createView('names', 'select name from people');
    wider(op);
  });
  expect(sql.filter((one) => one.startsWith('drop view'))).toHaveLength(3);
});

test('raw SQL that makes a view leaves what it reads as it is: SQLite makes the table anew under it', async () => {
  const sql = await sqlOf('sqlite', (op) => {
    people(op);
    op.execute('create view ids as select id from people');
    op.alterColumn('people', 'name', { nullable: false });
  });
  expect(sql.filter((one) => one.startsWith('create table'))).toHaveLength(2);
});
