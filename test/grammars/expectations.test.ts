/** Scripts that ask before they begin, and preflights, read by the clients' models and by the grammars of databases that cannot all be had. */

import { expect, test } from 'vitest';
import type { DialectName } from '../../src/dialect/names.ts';
import type { Fault, Piece } from '../clients/fault.ts';
import { models } from '../clients/model.ts';
import { compileAsking } from '../preflight/asking.ts';
import { parsePostgres } from './postgres.ts';
import { parseMssql, parseOracle } from './script.ts';

/** MariaDB, MySQL and SQLite run them themselves; PostgreSQL's parser does not know the tables that CockroachDB's SHOW makes. */
const readers: Readonly<Partial<Record<DialectName, (script: string) => Fault[] | Promise<Fault[]>>>> = {
  postgresql: parsePostgres,
  cockroachdb: (script) => parsePostgres(script.replace('[SHOW TABLES]', 'tables')),
  redshift: parsePostgres,
  mssql: (script) => asking('mssql', script).flatMap(parseMssql),
  oracle: (script) => asking('oracle', script).flatMap(parseOracle),
};

/** What other scripts have, too, is read with these. */
function asking(dialect: DialectName, script: string): readonly Piece[] {
  const { pieces, faults } = models[dialect].split(script);
  expect(faults).toEqual([]);
  return pieces.filter(({ sql }) => /finding|migrator_fault|first_one/.test(sql));
}

/** Without psql nothing stops at the first error. */
const goesOn = /goes on after errors/;
const asPlain = async (script: string) => (await parsePostgres(script)).filter(({ message }) => !goesOn.test(message));

/** What EXEC runs, and blocks between empty lines. */
const plainReaders: typeof readers = {
  postgresql: asPlain,
  cockroachdb: (script) => asPlain(script.replace('[SHOW TABLES]', 'tables')),
  redshift: asPlain,
  mssql: (script) => parseMssql(script),
  oracle: (script) =>
    script
      .split(/\n\n+/)
      .map((block) => block.replace(/^(?:--.*\n?)+/, ''))
      .filter(
        (block) =>
          /^(?:DECLARE|BEGIN)$/m.test(block) && /EXECUTE IMMEDIATE 'SET|ROLLBACK|RAISE_APPLICATION_ERROR/.test(block),
      )
      .flatMap(parseOracle),
};

test.each(Object.entries(plainReaders))('for %s, in SQL alone', async (dialect, read) => {
  const { upgrade, preflight } = await compileAsking(dialect as DialectName, 'plain');
  if (dialect !== 'mssql' && dialect !== 'oracle') expect(await read(upgrade)).toEqual([]);
  if (preflight.includes('in your SQL tool')) expect(await read(preflight)).toEqual([]);
});

test.each(Object.entries(readers))('for %s', async (dialect, read) => {
  const { upgrade, preflight } = await compileAsking(dialect as DialectName);
  expect(await read(upgrade)).toEqual([]);
  expect(await read(preflight)).toEqual([]);
  for (const words of ['expects the database orders', 'or later, but the server is', ' shop, but there is none']) {
    expect(upgrade).toContain(words);
    expect(preflight).toContain(words);
  }
  expect(upgrade).toMatch(/makes table [\s\S]*but that name is taken already/);
});
