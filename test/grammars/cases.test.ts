/** Every statement of every golden file, and of the example, read by the grammars of databases that cannot all be had. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DialectName } from '../../src/dialect/names.ts';
import { caseNames, compileCase, expectedFile, openCase } from '../cases/case.ts';
import type { Fault } from '../clients/fault.ts';
import { compileProject, repository } from '../project.ts';
import { parsePostgres } from './postgres.ts';
import { parseScript } from './script.ts';

/** MariaDB itself runs every case. */
type Parsed = Extract<DialectName, 'postgresql' | 'mysql' | 'mssql' | 'oracle'>;

/** Guards are long, and those of one case much like those of another: each fourth case is read with them. */
const statementsAlone: Readonly<Partial<Record<Parsed, (script: string) => Fault[]>>> = {
  mssql: (script) => parseScript('sqlcmd', script, isStatement),
  oracle: (script) => parseScript('sqlplus', script, isStatement),
};
const isStatement = (sql: string): boolean => !sql.includes('migrator_');

const readers: Readonly<Record<Parsed, (script: string) => Fault[] | Promise<Fault[]>>> = {
  postgresql: parsePostgres,
  mysql: (script) => parseScript('mysql', script),
  mssql: (script) => parseScript('sqlcmd', script),
  oracle: (script) => parseScript('sqlplus', script),
};

const uncommitted: Readonly<Partial<Record<Parsed, string>>> = {
  mssql: 'mssql-no-commit-own-spool',
  oracle: 'oracle-no-commit',
};
/** Whoever runs such a script stops it and leaves the session. */
const meant = /goes on after errors|has no EXIT/;

/** Odd names. */
const verified = ['names'];

const dialects = Object.keys(readers) as Parsed[];

describe.each(dialects)('for %s', (dialect) => {
  test.each(caseNames)('the case %s is read without a fault', async (name) => {
    // a way back takes as long to read, and has little that an upgrade does not have
    const at = caseNames.indexOf(name);
    const both = at % 8 === 0;
    const read = at % 4 === 0 ? readers[dialect] : (statementsAlone[dialect] ?? readers[dialect]);
    for (const direction of both ? (['upgrade', 'downgrade'] as const) : (['upgrade'] as const)) {
      const script = readFileSync(expectedFile(name, dialect, direction), 'utf8');
      if (script.startsWith('NOT POSSIBLE')) continue;
      expect(await read(script), direction).toEqual([]);
    }
  });

  test('the example is read without a fault', async () => {
    const { upgrade, downgrade } = await compileProject(repository, dialect);
    expect(await readers[dialect](upgrade), 'upgrade').toEqual([]);
    expect(await readers[dialect](downgrade), 'downgrade').toEqual([]);
  });

  test('a script that commits nothing is read without a fault', async () => {
    const text = uncommitted[dialect];
    if (text === undefined) return;
    const script = readFileSync(new URL(`../profiles/${text}.sql`, import.meta.url), 'utf8');
    const faults = await readers[dialect](script);
    expect(faults.filter(({ message }) => !meant.test(message))).toEqual([]);
  });

  test.each(verified)('verify.sql of the case %s is read without a fault', async (name) => {
    const { root, remove } = openCase(name);
    try {
      const made = await compileCase(root, dialect);
      if (!('notPossible' in made)) expect(await readers[dialect](made.verify)).toEqual([]);
    } finally {
      remove();
    }
  });
});

/** Without psql nothing stops at the first error. */
const goesOn = /goes on after errors/;

test.each(['postgresql', 'cockroachdb', 'redshift'])(
  'a plain script for %s is read without a fault',
  async (dialect) => {
    const script = readFileSync(new URL(`../profiles/${dialect}-plain.sql`, import.meta.url), 'utf8');
    expect((await parsePostgres(script)).filter(({ message }) => !goesOn.test(message))).toEqual([]);
  },
);
