import { describe, expect, test } from 'vitest';
import { ancestorsOf, descendantsOf, isBranchPoint, isMergePoint, maximal } from '../../../src/history/node.ts';
import { chain, graphOf, mistake } from './graph-of.ts';

const ids = (nodes: Iterable<{ id: string }>): string[] => [...nodes].map((node) => node.id);

describe('a well-formed history', () => {
  const graph = graphOf('a', 'b1 < a # left', 'b2 < a', 'c < b1 b2', 'x & c', 'y < x');

  test('has heads and bases, in load order; dependencies make the real ones', () => {
    expect(ids(graph.heads)).toEqual(['c', 'y']);
    expect(ids(graph.realHeads)).toEqual(['y']);
    expect(ids(graph.bases)).toEqual(['a', 'x']);
    expect(ids(graph.realBases)).toEqual(['a']);
  });

  test('knows where it forks and merges', () => {
    expect(ids(graph.nodes.filter(isBranchPoint))).toEqual(['a']);
    expect(ids(graph.nodes.filter(isMergePoint))).toEqual(['c']);
  });

  test('walks both ways over parents and dependencies', () => {
    expect(ids(ancestorsOf([graph.byName.get('x')!])).sort()).toEqual(['a', 'b1', 'b2', 'c', 'x']);
    expect(ids(descendantsOf([graph.byName.get('b2')!])).sort()).toEqual(['b2', 'c', 'x', 'y']);
    expect(ids(maximal(ancestorsOf(graph.nodes)))).toEqual(['y']);
  });

  test('carries a label up its line, and down as far as nothing forks', () => {
    const labels = (...lines: string[]): unknown =>
      Object.fromEntries(graphOf(...lines).nodes.map((node) => [node.id, node.labels.join()]));
    expect(labels('a', 'b < a', 'c < b # l', 'd < c')).toEqual({ a: 'l', b: 'l', c: 'l', d: 'l' });
    expect(labels('a', 'b < a', 'c < b # l', 'd < c', 'z < a')).toEqual({ a: '', b: 'l', c: 'l', d: 'l', z: '' });
    expect(labels('a', 'b < a # l', 'c < b', 'd < b')).toEqual({ a: '', b: 'l', c: 'l', d: 'l' });
    expect(labels('a', 'b < a # l', 'c < b # m')).toEqual({ a: 'l,m', b: 'l,m', c: 'l,m' });
    expect(labels('a', 'b < a # l', 'q', 'c < b q')).toEqual({ a: '', b: 'l', q: '', c: 'l' });
  });

  test('of 20,000 revisions in one line is no trouble', () => {
    expect(ids(graphOf(...chain(20_000)).heads)).toEqual(['r19999']);
  });
});

describe('a malformed history is refused', () => {
  const long = 'x'.repeat(33);
  test.each([
    [['missing-parent'], ['a', 'b < zz']],
    [['missing-parent'], ['a # l', 'b < l']],
    [['unknown-dependency'], ['a & zz']],
    [['dependency-loop'], ['a & a']],
    [['dependency-loop'], ['a & l # l']],
    [['duplicate-id'], ['a', 'a']],
    [['duplicate-label'], ['a # l', 'b # l']],
    [['duplicate-label'], ['a # l l']],
    [['label-is-id'], ['a', 'b # a']],
    [['self-loop'], ['a < a']],
    [['cycle'], ['a < c', 'b < a', 'c < b', 'd < c']],
    [
      ['cycle', 'cycle'],
      ['a < b', 'b < a', 'c < d', 'd < c'],
    ],
    [['dependency-cycle'], ['a & c', 'b < a', 'c < b']],
    [['redundant-parent'], ['a', 'b < a', 'c < b', 'd < a c']],
    [['repeated-parent'], ['a', 'b < a a']],
    [['reserved-id'], ['head']],
    [['reserved-label'], ['a # base']],
    [['id-too-long'], [long]],
    [['illegal-id'], ['a@b']],
    [['illegal-id'], ["a'b"]],
    [['illegal-id'], ['a*/b']],
    [['illegal-id'], ['a\\b']],
    [['illegal-id'], ['a\u0000b']],
    [['illegal-id'], ['a,b']],
    [['illegal-label'], ['a # x@y']],
    [['illegal-label'], ['a # v-2']],
  ])('%j: %j', (codes, lines) => {
    expect(mistake(() => graphOf(...lines)).codes).toEqual(codes);
  });

  test('with every fault at once, each with its file', () => {
    const { error } = mistake(() => graphOf('a', 'a', 'b < zz', 'c & yy', 'd < d'));
    const all = [error, ...error.others];
    expect(all.map((one) => one.code).sort()).toEqual([
      'duplicate-id',
      'missing-parent',
      'self-loop',
      'unknown-dependency',
    ]);
    expect(all.every((one) => one.place?.file.startsWith('revisions/') && one.hint)).toBe(true);
  });

  test('naming both files of a duplicate id', () => {
    expect(mistake(() => graphOf('a', 'b < a', 'a')).message).toBe(
      "revisions/2.ts has the same revision id 'a' as revisions/0.ts",
    );
  });

  test('naming the members of a circle only, and what is probably meant', () => {
    expect(mistake(() => graphOf('a < c', 'b < a', 'c < b', 'd < c')).message).toContain("each of 'a', 'b', 'c' comes");
    expect(mistake(() => graphOf('abc123', 'b < abc124')).hint).toBe("Did you mean 'abc123'?");
  });

  test('but not a merge of a revision and its dependency', () => {
    expect(ids(graphOf('a', 'b & a', 'm < a b').heads)).toEqual(['m']);
  });
});
