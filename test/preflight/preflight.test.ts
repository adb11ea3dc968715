/** preflight.sql for every dialect, byte by byte; MIGRATOR_GOLDEN=write writes the files again. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dialectNames } from '../../src/dialect/names.ts';
import { toolVersion } from '../../src/version.ts';
import { models } from '../clients/model.ts';
import { compileAsking } from './asking.ts';

const folder: string = new URL('expected/', import.meta.url).pathname;

test.each(dialectNames)('%s', async (dialect) => {
  const { preflight } = await compileAsking(dialect);
  const text = preflight.replace(`made by migrator ${toolVersion()} for`, 'made by migrator for');
  const file = `${folder}${dialect}.sql`;
  if (process.env.MIGRATOR_GOLDEN === 'write') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
  expect(models[dialect].split(preflight).faults).toEqual([]);
});
