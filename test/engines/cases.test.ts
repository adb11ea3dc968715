/** The golden cases applied by the real clients to real engines, step by step and whole. */

import { afterAll, describe, expect, test } from 'vitest';
import { upgradeWalk } from '../../src/history/range.ts';
import type { Step } from '../../src/history/revision.ts';
import { caseNames, compileCase, openCase, type TargetName } from '../cases/case.ts';
import { type Compiled, openProject } from '../project.ts';
import { runAccepting } from './accept-loss.ts';
import { describeEngines, withOnePostgres } from './describe-engines.ts';
import type { Database, Engine } from './engine.ts';

/** The version table is ours; counters move with each attempt; a column that comes back stands last. */
const exceptions = [/migrator_version/, /^(?:create|counter|order) /];

const targetOf = ({ dialect }: Engine): TargetName => (dialect === 'mysql' ? 'mysql-5-6' : dialect);

/** With the rows, but for the moment at which each was made. */
async function stateOf(database: Database): Promise<unknown> {
  const catalog = await database.catalog({ except: exceptions, rows: true });
  const today = new Date().toISOString().slice(0, 10);
  return JSON.parse(JSON.stringify(catalog).replaceAll(new RegExp(`${today} [\\d:.]+(?:\\+00)?`, 'g'), 'now'));
}

async function versionsOf(database: Database): Promise<readonly string[]> {
  return (await database.rows('migrator_version')).map(([id]) => id ?? '');
}

async function apply(database: Database, script: string): Promise<void> {
  const ran = await database.runText(script);
  expect(ran, `${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 });
}

async function takeBack(engine: Engine, database: Database, script: string): Promise<void> {
  const ran = await runAccepting(engine, database, script);
  expect(ran, `${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 });
}

/** Engines of one dialect share their scripts. */
const scripts = new Map<string, ReturnType<typeof compileCase>>();

function compiledOnce(root: string, target: TargetName, range?: string): ReturnType<typeof compileCase> {
  const key = `${root} ${target} ${range ?? ''}`;
  const known = scripts.get(key) ?? compileCase(root, target, range);
  scripts.set(key, known);
  return known;
}

async function possible(root: string, engine: Engine, range?: string): Promise<Compiled> {
  const compiled = await compiledOnce(root, targetOf(engine), range);
  if ('notPossible' in compiled) throw new Error(compiled.notPossible);
  return compiled;
}

const rangeOf = ({ before, after }: Step): string => `${before.join(',')}:${after.join(',')}`;

async function applyStepwise(
  engine: Engine,
  database: Database,
  root: string,
  steps: readonly Step[],
): Promise<unknown> {
  const schemaOf = () => database.catalog({ except: exceptions });
  const passed: { readonly schema: unknown; readonly downgrade: string }[] = [];
  for (const step of steps) {
    const { upgrade, downgrade, heads } = await possible(root, engine, rangeOf(step));
    passed.push({ schema: await schemaOf(), downgrade });
    await apply(database, upgrade);
    expect(await versionsOf(database)).toEqual(heads);
  }
  const reached = await stateOf(database);
  for (const { schema, downgrade } of passed.toReversed()) {
    await takeBack(engine, database, downgrade);
    expect(await schemaOf()).toEqual(schema);
  }
  expect(await versionsOf(database)).toEqual([]);
  return reached;
}

const opened = caseNames.map((name) => ({ name, ...openCase(name) }));
afterAll(() => {
  for (const { remove } of opened) remove();
});

describeEngines(
  'the case',
  (engine) => {
    describe.each(opened)('$name', ({ root }) => {
      test('is applied once, step by step or whole, and taken back', async ({ skip }) => {
        const whole = await compiledOnce(root, targetOf(engine));
        if ('notPossible' in whole) return skip(whole.notPossible);
        const { steps } = upgradeWalk(openProject(root).graph, undefined);
        const database = await engine.createDatabase();
        const stepwise = await applyStepwise(engine, database, root, steps);

        const schemaOf = () => database.catalog({ except: exceptions });
        const before = await schemaOf();
        await apply(database, whole.upgrade);
        const after = await stateOf(database);
        expect(after).toEqual(stepwise);
        expect(after).not.toEqual(before);
        expect(await versionsOf(database)).toEqual(whole.heads);

        const verified = await database.runText(whole.verify);
        expect(verified, verified.stdout + verified.stderr).toMatchObject({ status: 0 });

        const again = await database.runText(whole.upgrade);
        expect(`${again.stdout}${again.stderr}`).toContain('already applied');
        expect(await stateOf(database)).toEqual(after);

        await takeBack(engine, database, whole.downgrade);
        expect(await schemaOf()).toEqual(before);
        expect(await versionsOf(database)).toEqual([]);
        return undefined;
      });
    });
  },
  withOnePostgres,
);
