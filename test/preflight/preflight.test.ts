/** preflight.sql for every dialect, byte by byte; MIGRATOR_GOLDEN=write writes the files again. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dialects } from '../../src/dialect/dialects.ts';
import { dialectNames } from '../../src/dialect/names.ts';
import { toolVersion } from '../../src/version.ts';
import { models } from '../clients/model.ts';
import { expectPlain } from '../clients/profiles.ts';
import { compileAsking } from './asking.ts';

const folder: string = new URL('expected/', import.meta.url).pathname;

function expectFile(preflight: string, name: string): void {
  const text = preflight.replace(`made by migrator ${toolVersion()} for`, 'made by migrator for');
  const file = `${folder}${name}.sql`;
  if (process.env.MIGRATOR_GOLDEN === 'write') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

test.each(dialectNames)('%s', async (dialect) => {
  const { preflight } = await compileAsking(dialect);
  expectFile(preflight, dialect);
  // what it finds is for reading, and it never says that anything is done
  expect(preflight).not.toMatch(/grep '\^done/);
  expect(models[dialect].split(preflight).faults).toEqual([]);
});

const inSql = dialectNames.filter((dialect) =>
  dialects[dialect].clients.some(({ tool, asking }) => tool === 'plain' && asking.inWords !== undefined),
);

test.each(inSql)('%s, in SQL alone', async (dialect) => {
  const { preflight, verify } = await compileAsking(dialect, 'plain');
  expectFile(preflight, `${dialect}-plain`);
  expectPlain(preflight, dialect);
  expectPlain(verify, dialect);
});
