/** Types that SQL Server has by another name. */

import { expect, test } from 'vitest';
import { sqlOf as recordedSql } from '../recorder/recorded.ts';

test('a point is a geometry', async () => {
  const sql = await recordedSql('mssql', (op) =>
    op.createTable('place', (t) => {
      t.point('spot');
      t.geometry('shape').notNullable();
    }),
  );
  expect(sql).toEqual(['CREATE TABLE [place] ([spot] geometry, [shape] geometry not null)']);
});
