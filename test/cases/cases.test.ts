/** Every case for every dialect, byte by byte; MIGRATOR_GOLDEN=write writes the files again. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DialectName, dialectNames } from '../../src/dialect/names.ts';
import { toolVersion } from '../../src/version.ts';
import { caseNames, compileCase, expectedFile, openCase, type Scripted, scriptedIn } from './case.ts';

const writes: boolean = process.env.MIGRATOR_GOLDEN === 'write';

async function makeCase(root: string, dialect: DialectName): Promise<Record<Scripted, string>> {
  const made = await compileCase(root, dialect);
  if ('notPossible' in made)
    return { upgrade: made.notPossible, downgrade: made.notPossible, verify: made.notPossible };
  return { upgrade: anyVersion(made.upgrade), downgrade: anyVersion(made.downgrade), verify: anyVersion(made.verify) };
}

/** A release changes no file but by what it does. */
function anyVersion(script: string): string {
  return script.replace(`made by migrator ${toolVersion()} for`, 'made by migrator for');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe.each(caseNames)('%s', (name) => {
  let opened: ReturnType<typeof openCase>;
  beforeAll(() => {
    opened = openCase(name);
  });
  afterAll(() => opened.remove());

  test.each(dialectNames)('%s', async (dialect) => {
    const made = await makeCase(opened.root, dialect);
    for (const script of scriptedIn(name)) {
      const file = expectedFile(name, dialect, script);
      if (writes) write(file, made[script]);
      expect(existsSync(file), `${file} is missing: every dialect has its files, or NOT POSSIBLE`).toBe(true);
      expect(made[script]).toBe(readFileSync(file, 'utf8'));
    }
  });

  test('holds no files but those', () => {
    const found = readdirSync(join(expectedFile(name, 'sqlite', 'upgrade'), '../..'), { recursive: true }).sort();
    const wanted = dialectNames.flatMap((dialect) => [
      dialect,
      ...scriptedIn(name).map((one) => join(dialect, `${one}.sql`)),
    ]);
    expect(found).toEqual(wanted.sort());
  });
});
