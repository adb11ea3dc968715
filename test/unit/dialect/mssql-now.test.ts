/** SQL Server's CURRENT_TIMESTAMP has no zone, and a datetimeoffset takes what has none for UTC. */

import { expect, test } from 'vitest';
import { sqlOf } from '../recorder/recorded.ts';

test('knex.fn.now() is the moment, whatever the column keeps of it', async () => {
  const sql = await sqlOf('mssql', async (op) => {
    op.createTable('t', (t) => {
      t.integer('id').notNullable();
      t.timestamp('zoned', { useTz: true }).defaultTo(op.knex.fn.now());
      t.timestamp('local', { useTz: false }).defaultTo(op.knex.fn.now());
      t.timestamp('fine', { useTz: false }).defaultTo(op.knex.fn.now(3));
    });
    op.addColumn('t', (t) => {
      t.timestamp('later', { useTz: true }).notNullable().defaultTo(op.knex.fn.now());
    });
    const now = op.knex.fn.now();
    await op.knex('t').insert({ id: 1, zoned: now, local: now, fine: op.knex.fn.now(3) });
    await op.knex('t').update({ zoned: op.knex.fn.now(6), local: now, later: op.knex.raw('?', ['2020-01-01']) });
  });
  expect(sql).toEqual([
    'CREATE TABLE [t] ([id] int NOT NULL, [zoned] datetimeoffset CONSTRAINT [t_zoned_default] DEFAULT SYSDATETIMEOFFSET() NULL, ' +
      '[local] datetime2 CONSTRAINT [t_local_default] DEFAULT CURRENT_TIMESTAMP NULL, ' +
      '[fine] datetime2 CONSTRAINT [t_fine_default] DEFAULT SYSDATETIME() NULL)',
    'ALTER TABLE [t] ADD [later] datetimeoffset CONSTRAINT [t_later_default] DEFAULT SYSDATETIMEOFFSET() NOT NULL',
    'insert into [t] ([id], [zoned], [local], [fine]) values\n  (1, SYSDATETIMEOFFSET(), CURRENT_TIMESTAMP, SYSDATETIME())',
    "update [t] set [zoned] = SYSDATETIMEOFFSET(), [local] = CURRENT_TIMESTAMP, [later] = N'2020-01-01'",
  ]);
});
