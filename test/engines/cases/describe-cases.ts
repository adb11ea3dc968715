/** The golden cases on real engines: applied step by step and whole, read back beside replay, and run by a connected knex. */

import { afterAll, describe, expect, test } from 'vitest';
import { upgradeWalk } from '../../../src/history/range.ts';
import type { Step } from '../../../src/history/revision.ts';
import { unsayable } from '../../../src/recorder/unsayable.ts';
import { caseNames, type NotPossible, openCase } from '../../cases/case.ts';
import { type Compiled, openProject } from '../../project.ts';
import { runAccepting } from '../accept-loss.ts';
import { describeEngines } from '../describe-engines.ts';
import type { Catalog, Database, Engine } from '../engine.ts';
import { runOnline, withKnex } from '../online.ts';
import { type Difference, differences } from '../online-differences.ts';
import {
  compiledOnce,
  isReadable,
  ofSchema,
  type Passage,
  passageOf,
  settled,
  succeeds,
  targetOf,
  versionsOf,
  withRows,
} from './passage.ts';

const rangeOf = ({ before, after }: Step): string => `${before.join(',')}:${after.join(',')}`;

async function applyStepwise(
  engine: Engine,
  database: Database,
  root: string,
  steps: readonly Step[],
): Promise<Catalog> {
  const passed: { readonly schema: unknown; readonly downgrade: string }[] = [];
  for (const step of steps) {
    const compiled = await compiledOnce(root, targetOf(engine), rangeOf(step));
    if ('notPossible' in compiled) throw new Error(compiled.notPossible);
    passed.push({ schema: await database.catalog(ofSchema), downgrade: compiled.downgrade });
    await succeeds(database.runText(compiled.upgrade));
    expect(await versionsOf(database)).toEqual(compiled.heads);
  }
  const reached = settled(await database.catalog(withRows));
  for (const { schema, downgrade } of passed.toReversed()) {
    await succeeds(runAccepting(engine, database, downgrade));
    expect(await database.catalog(ofSchema)).toEqual(schema);
  }
  expect(await versionsOf(database)).toEqual([]);
  return reached;
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

/** Why the comparison cannot be made, if it cannot. */
async function compareOnline(engine: Engine, name: string, passage: Passage): Promise<string | undefined> {
  const declared = differences.filter(
    ({ dialects, cases }) => dialects.includes(engine.dialect) && cases.includes(name),
  );
  const database = await engine.createDatabase();
  const deeds = await withKnex(database, (knex) => runOnline(engine, knex, passage.whole.recordings));

  const refused = deeds.filter(({ refusal }) => refusal !== undefined);
  expect(undeclared(refused, declared, 'refusal', ({ refusal = '' }) => refusal)).toEqual([]);
  if (deeds.every(({ by }) => by === 'script')) return `knex has no words for it: ${wordless(passage.whole)}`;

  const online = settled(await database.catalog(withRows));
  const { reached } = passage;
  const differing = Object.keys({ ...online, ...reached }).filter((key) => online[key] !== reached[key]);
  const strange = undeclared(differing, declared, 'keys', (key) => key);
  const expected = differing.filter((key) => !strange.includes(key));
  expect(without(online, expected)).toEqual(without(reached, expected));
  return undefined;
}

const everyOne: readonly number[] = [0, 1, 2, 3];

/** What of the cases is left out, because another engine of the dialect or its family is asked. */
interface Left {
  /** Only every so many of the cases, from the first on or from another. */
  readonly each?: number;
  readonly from?: number;
  /** Which of each four cases are also applied step by step, and by a connected knex; all, unless it is said. */
  readonly stepwise?: readonly number[];
  readonly online?: readonly number[];
}

export function describeCases(name: Engine['name'], left: Left = {}): void {
  const chosen = caseNames.filter((_, at) => at % (left.each ?? 1) === (left.from ?? 0));
  const opened = chosen.map((each, at) => ({ name: each, at, ...openCase(each) }));
  afterAll(() => {
    for (const { remove } of opened) remove();
  });
  describeEngines('the case', (engine) => describe.each(opened)('$name', (one) => describeCase(engine, one, left)), [
    name,
  ]);
}

function describeCase(
  engine: Engine,
  { name, at, root }: { readonly name: string; readonly at: number; readonly root: string },
  { stepwise = everyOne, online = everyOne }: Left,
): void {
  const [isStepwise, isOnline] = [stepwise, online].map((some) => some.includes(at % 4));
  let passage: Promise<Passage | NotPossible> | undefined;
  const passed = () => {
    passage ??= passageOf(engine, root);
    return passage;
  };

  test('is applied once and taken back', async ({ skip }) => {
    const whole = await passed();
    if ('notPossible' in whole) return skip(whole.notPossible);
    expect(whole.reached).not.toEqual(whole.empty);
    expect(whole.versions).toEqual(whole.whole.heads);
    expect(whole.verified, whole.verified.stdout + whole.verified.stderr).toMatchObject({ status: 0 });
    expect(whole.left).toEqual(whole.empty);
    expect(whole.versionsLeft).toEqual([]);
    return undefined;
  });

  test.runIf(isReadable(engine))('is in the inventory as replayed', async ({ skip }) => {
    const whole = await passed();
    if ('notPossible' in whole) return skip(whole.notPossible);
    expect(whole.agreements.map(({ found }) => found)).toEqual(whole.agreements.map(({ told }) => told));
    return undefined;
  });

  test.runIf(isStepwise)('is the same step by step', async ({ skip }) => {
    const whole = await passed();
    if ('notPossible' in whole) return skip(whole.notPossible);
    const { steps } = upgradeWalk(openProject(root).graph, undefined);
    if (steps.length === 1) return skip('it has a single step');
    const stepwise = await applyStepwise(engine, await engine.createDatabase(), root, steps);
    expect(stepwise).toEqual(whole.reached);
    return undefined;
  });

  test.runIf(isOnline)('is made the same by a connected knex', async ({ skip }) => {
    const whole = await passed();
    if ('notPossible' in whole) return skip(whole.notPossible);
    const why = await compareOnline(engine, name, whole);
    return why === undefined ? undefined : skip(why);
  });
}
