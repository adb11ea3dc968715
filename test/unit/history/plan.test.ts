import { describe, expect, test } from 'vitest';
import { iterate } from '../../../src/history/iterate.ts';
import { planDowngrade, planUpgrade } from '../../../src/history/plan.ts';
import type { Step } from '../../../src/history/revision.ts';
import { planStamp } from '../../../src/history/stamp.ts';
import { chain, graphOf, mistake } from './graph-of.ts';

const shown = (steps: readonly Step[]): string[] =>
  steps.map(({ revision, after }) => `${revision.id}: ${after.join(' ')}`);
const walked = (steps: readonly Step[]): string => steps.map((step) => step.revision.id).join(' ');

const twins = graphOf('a', 'b < a', 'c1 < b # one', 'd1 < c1', 'c2 < b # two', 'd2 < c2');
const merged = graphOf('a', 'b1 < a', 'b2 < a', 'c < b1 b2');
const needy = graphOf('a1', 'b1 < a1', 'a2', 'b2 < a2 & b1', 'c2 < b2');

describe('an upgrade', () => {
  test('goes parents first, one branch after the other', () => {
    expect(shown(planUpgrade(twins, ['a'], 'heads'))).toEqual(['b: b', 'c2: c2', 'd2: d2', 'c1: c1 d2', 'd1: d1 d2']);
  });
  test('replaces the rows that a merge brings together', () => {
    expect(shown(planUpgrade(merged, [], 'head'))).toEqual(['a: a', 'b2: b2', 'b1: b1 b2', 'c: c']);
  });
  test('brings dependencies in, and their rows are implied', () => {
    expect(shown(planUpgrade(needy, ['a2'], 'c2'))).toEqual(['a1: a1 a2', 'b1: a2 b1', 'b2: b2', 'c2: c2']);
  });
  test('says what the table holds before each step', () => {
    expect(planUpgrade(twins, ['c1'], 'd1,c2').map((step) => step.before)).toEqual([['c1'], ['c1', 'c2']]);
  });
  test.each([
    [['d1'], 'two@+1', 'c2'],
    [['d1', 'c2'], 'two@+1', 'd2'],
    [['c1'], '+1', 'd1'],
    [[], '+2', 'a b'],
    [['b'], 'one@head-1', 'c1'],
    [['b'], 'd1,d2', 'c2 d2 c1 d1'],
    [['d1', 'd2'], 'heads', ''],
    [[], 'base', ''],
  ])('from %j to %s', (from, to, ids) => {
    expect(walked(planUpgrade(twins, from, to))).toBe(ids);
  });
  test.each([
    [['b'], '+1', 'ambiguous-walk'],
    [['c1', 'c2'], '+1', 'ambiguous-start'],
    [['c1'], '-1', 'wrong-direction'],
    [['d1'], '+1', 'too-far'],
    [['d1'], 'b', 'wrong-way'],
    [['d1'], 'base', 'wrong-way'],
    [['b'], 'head', 'several-heads'],
    [['zz'], 'heads', 'unknown-row'],
    [['b', 'd1'], 'heads', 'impossible-rows'],
  ])('from %j to %s is refused: %s', (from, to, code) => {
    expect(mistake(() => planUpgrade(twins, from, to)).codes).toEqual([code]);
  });
  test('to a dependency that is already there has nothing to do', () => {
    expect(planUpgrade(needy, ['c2'], 'b1')).toEqual([]);
  });
  test('rows that imply each other by a dependency are impossible too', () => {
    expect(mistake(() => planUpgrade(needy, ['b1', 'c2'], 'heads')).message).toContain(
      "cannot hold both 'b1' and 'c2'",
    );
  });
});

describe('a downgrade', () => {
  test('goes children first, and bares what they stood on', () => {
    expect(shown(planDowngrade(twins, ['d1', 'd2'], 'a'))).toEqual(['d1: c1 d2', 'c1: d2', 'd2: c2', 'c2: b', 'b: a']);
    expect(shown(planDowngrade(merged, ['c'], 'base'))).toEqual(['c: b1 b2', 'b1: b2', 'b2: a', 'a: ']);
  });
  test('leaves dependencies where they are, and takes dependents first', () => {
    expect(shown(planDowngrade(needy, ['c2'], 'a2'))).toEqual(['c2: b2', 'b2: a2 b1']);
    expect(shown(planDowngrade(needy, ['c2'], 'a1'))).toEqual(['c2: b2', 'b2: a2 b1', 'b1: a1 a2']);
  });
  test.each([
    [['d1', 'd2'], 'one@-1', 'd1'],
    [['d1'], '-2', 'd1 c1'],
    [['d1', 'c2'], 'c1', 'd1'],
    [['d1', 'd2'], 'one@b', 'd1 c1'],
    [['d1', 'd2'], 'c1,c2', 'd1 d2'],
    [['d1'], 'd1', ''],
    [[], 'base', ''],
  ])('from %j to %s', (from, to, ids) => {
    expect(walked(planDowngrade(twins, from, to))).toBe(ids);
  });
  test.each([
    [['d1', 'd2'], '-1', 'ambiguous-start'],
    [['c1'], 'two@-1', 'nothing-applied'],
    [['c1'], '+1', 'wrong-direction'],
    [['c1'], 'd1', 'not-below'],
    [['c1'], '-4', 'too-far'],
    [['c1'], 'heads', 'several-revisions'],
  ])('from %j to %s is refused: %s', (from, to, code) => {
    expect(mistake(() => planDowngrade(twins, from, to)).codes).toEqual([code]);
  });
  test('of one branch leaves what a dependency brought in', () => {
    const graph = graphOf('a', 'b < a', 'c1 < b # c1branch', 'd1 < c1', 'c2 < b # c2branch', 'd2 < c2 & c1');
    expect(shown(planDowngrade(graph, ['d2'], '-2'))).toEqual(['d2: c1 c2', 'c2: c1']);
  });
});

describe('a stamp', () => {
  test.each([
    [['c1', 'd2'], ['heads'], ['d1', 'd2']],
    [['c1', 'd2'], ['c2'], ['c1', 'c2']],
    [['c1', 'd2'], ['b'], ['b']],
    [['d1', 'd2'], ['base'], []],
    [
      ['d1', 'd2'],
      ['d1', 'c2'],
      ['c2', 'd1'],
    ],
    [[], ['c1,d2'], ['c1', 'd2']],
  ])('from %j to %j', (from, to, after) => {
    expect(planStamp(twins, from, to)).toEqual([{ before: from, after }]);
  });
  test('to where the rows are is nothing', () => {
    expect(planStamp(twins, ['d1', 'd2'], ['heads'])).toEqual([]);
  });
  test.each([
    [['one@+1'], 'relative-stamp'],
    [['b', 'd1'], 'impossible-rows'],
    [['head'], 'several-heads'],
  ])('to %j is refused: %s', (to, code) => {
    expect(mistake(() => planStamp(twins, ['b'], to)).codes).toEqual([code]);
  });
});

describe('a listed range', () => {
  const listed = (from: string | undefined, to: string | undefined, inclusive = true): string =>
    iterate(twins, { ...(from && { from }), ...(to && { to }), inclusive })
      .map((node) => node.id)
      .join(' ');
  test('is newest first, and the whole history by default', () => {
    expect(listed(undefined, undefined)).toBe('d1 c1 d2 c2 b a');
    expect(listed('b', 'd1')).toBe('d1 c1 b');
    expect(listed('b', 'd1', false)).toBe('d1 c1');
    expect(listed('one@base', undefined)).toBe('d1 c1 b a');
    expect(listed('one@-1', undefined)).toBe('d1 c1');
  });
  test('is refused the wrong way round', () => {
    expect(mistake(() => listed('d1', 'b')).codes).toEqual(['not-below']);
    expect(mistake(() => iterate(needy, { from: 'a1', to: 'c2', inclusive: true })).codes).toEqual(['off-the-line']);
  });
});

test('a line of 20,000 goes up and down without trouble', () => {
  const graph = graphOf(...chain(20_000));
  expect(planUpgrade(graph, [], 'head').at(-1)?.after).toEqual(['r19999']);
  expect(planDowngrade(graph, ['r19999'], 'base').at(-1)?.after).toEqual([]);
});
