/** The golden cases run by a connected knex, wherever knex has words for them, beside what their scripts make. */

import { afterAll, describe, expect, test } from 'vitest';
import { unsayable } from '../../src/recorder/unsayable.ts';
import { caseNames, compileCase, openCase, type TargetName } from '../cases/case.ts';
import type { Compiled } from '../project.ts';
import { runAccepting } from './accept-loss.ts';
import { describeEngines, withOnePostgres } from './describe-engines.ts';
import { type Catalog, type Database, type Engine, isOfMysql } from './engine.ts';
import { type Deed, runOnline, withKnex } from './online.ts';
import { type Difference, differences } from './online-differences.ts';

/** SQLite keeps the text of CREATE TABLE, and ours is tidied; MySQL's text says again what the rest of the catalog says. */
const look = { except: [/migrator_version/, /^(?:create|counter) /], rows: true };

const targetOf = ({ dialect }: Engine): TargetName => (dialect === 'mysql' ? 'mysql-5-6' : dialect);

const declaredFor = ({ dialect }: Engine, name: string): readonly Difference[] =>
  differences.filter(({ dialects, cases }) => dialects.includes(dialect) && cases.includes(name));

/** Rows keep the moment at which each was made. */
function settled(catalog: Catalog): Catalog {
  const today = new Date().toISOString().slice(0, 10);
  return JSON.parse(JSON.stringify(catalog).replaceAll(new RegExp(`${today} [\\d:.]+(?:\\+00)?`, 'g'), 'now'));
}

async function catalogOfScript(engine: Engine, { upgrade, downgrade, recordings }: Compiled): Promise<Catalog> {
  const database = await engine.createDatabase();
  const ran = await database.runText(upgrade);
  expect(ran, `${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 });
  const catalog = await database.catalog(look);
  const operations = recordings.flatMap(({ changes }) => changes).flatMap((change) => change.operations);
  const beside = operations.some(({ kind }) => kind === 'createSchema');
  // A schema of MySQL stands beside the database, where the other run wants to make it too.
  if (isOfMysql(engine) && beside) expect(await runAccepting(engine, database, downgrade)).toMatchObject({ status: 0 });
  return settled(catalog);
}

/** What is left after taking out what was declared; throws where a declared difference did not come. */
function undeclared<T>(
  found: readonly T[],
  declared: readonly Difference[],
  word: 'refusal' | 'keys',
  textOf: (item: T) => string,
): readonly T[] {
  for (const { because, [word]: pattern } of declared) {
    if (pattern === undefined) continue;
    expect(found.filter((item) => pattern.test(textOf(item))).length, `is no more: ${because}`).toBeGreaterThan(0);
  }
  return found.filter((item) => !declared.some(({ [word]: pattern }) => pattern?.test(textOf(item))));
}

function without(catalog: Catalog, keys: readonly string[]): Catalog {
  return Object.fromEntries(Object.entries(catalog).filter(([key]) => !keys.includes(key)));
}

const wordless = ({ recordings }: Compiled): string => {
  const operations = recordings.flatMap(({ changes }) => changes).flatMap((change) => change.operations);
  const [why] = operations.flatMap((operation) => unsayable(operation) ?? []);
  return why ?? [...new Set(operations.map(({ kind }) => kind))].join(', ');
};

const opened = caseNames.map((name) => ({ name, ...openCase(name) }));
afterAll(() => {
  for (const { remove } of opened) remove();
});

describeEngines(
  'the case online',
  (engine) => {
    describe.each(opened)('$name', ({ name, root }) => {
      test('is as its script makes it', async ({ skip }) => {
        const whole = await compileCase(root, targetOf(engine));
        if ('notPossible' in whole) return skip(whole.notPossible);
        const declared = declaredFor(engine, name);
        const script = await catalogOfScript(engine, whole);
        const database: Database = await engine.createDatabase();
        const deeds: readonly Deed[] = await withKnex(database, (knex) => runOnline(engine, knex, whole.recordings));

        const refused = deeds.filter(({ refusal }) => refusal !== undefined);
        expect(undeclared(refused, declared, 'refusal', ({ refusal = '' }) => refusal)).toEqual([]);
        if (deeds.every(({ by }) => by === 'script')) return skip(`knex has no words for it: ${wordless(whole)}`);

        const online = settled(await database.catalog(look));
        const differing = Object.keys({ ...online, ...script }).filter((key) => online[key] !== script[key]);
        const strange = undeclared(differing, declared, 'keys', (key) => key);
        const expected = differing.filter((key) => !strange.includes(key));
        expect(without(online, expected)).toEqual(without(script, expected));
        return undefined;
      });
    });

    test('no difference is declared for a case that is not there', () => {
      expect(differences.flatMap(({ cases }) => cases).filter((name) => !caseNames.includes(name))).toEqual([]);
    });
  },
  withOnePostgres,
);
