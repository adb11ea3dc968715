import { describe, expect, test } from 'vitest';
import { parseRange, parseReference, resolve, resolveOne } from '../../../src/history/reference.ts';
import { graphOf, mistake } from './graph-of.ts';

const graph = graphOf(
  'ae1027a6acf0',
  'b7ea43dc85e4 < ae1027a6acf0 # shop',
  'c0ffee000001 < b7ea43dc85e4',
  'd00d00000001 < ae1027a6acf0 # net',
  'd00d00000002 < d00d00000001',
);
const found = (text: string): string[] => resolve(graph, text).map((node) => node.id);

describe('a reference', () => {
  test.each([
    ['ae1027a6acf0', ['ae1027a6acf0']],
    ['ae', ['ae1027a6acf0']],
    ['shop', ['b7ea43dc85e4']],
    ['sho', ['b7ea43dc85e4']],
    ['heads', ['c0ffee000001', 'd00d00000002']],
    ['base', []],
    ['shop@head', ['c0ffee000001']],
    ['shop@heads', ['c0ffee000001']],
    ['shop@base', []],
    ['net@d00d', undefined],
    ['shop@c0', ['c0ffee000001']],
    ['c0@head', ['c0ffee000001']],
    ['ae10+1', undefined],
    ['shop@ae10+2', ['c0ffee000001']],
    ['shop@head-1', ['b7ea43dc85e4']],
    ['c0ff-2', ['ae1027a6acf0']],
    ['c0ff-3', []],
    ['shop@base+1', ['ae1027a6acf0']],
    ['base+1', ['ae1027a6acf0']],
    ['-1', ['b7ea43dc85e4', 'd00d00000001']],
    ['net@-1', ['d00d00000001']],
    ['-9', []],
    ['c0ff,d00d00000001', ['c0ffee000001', 'd00d00000001']],
  ])('%s stands for %j', (text, ids) => {
    if (ids === undefined) expect(mistake(() => found(text)).codes).toHaveLength(1);
    else expect(found(text)).toEqual(ids);
  });

  test.each([
    ['head', 'several-heads', /c0ffee000001, d00d00000002/, /<label>@head/],
    ['d00d', 'ambiguous-prefix', /d00d00000001, d00d00000002/, /more/],
    ['ae1027a6acf9', 'unknown-revision', /ae1027a6acf9/, /Did you mean 'ae1027a6acf0'/],
    ['shpo@head', 'unknown-branch', /shpo/, /Did you mean 'shop'/],
    ['shop@d00d00000002', 'not-on-branch', /not on branch 'shop'/, /'net'/],
    ['ae+1', 'ambiguous-walk', /b7ea43dc85e4, d00d00000001/, /label/],
    ['c0ff+1', 'too-far', /beyond 'c0ffee000001'/, /less/],
    ['c0ff-4', 'too-far', /beyond base/, /less/],
    ['+2', 'needs-start', /where the database is/, /base\+2/],
    ['current', 'no-current', /not known/, /Name the revision/],
    ['', 'bad-reference', /is not a revision/, /Write an id/],
    ['@head', 'bad-reference', /is not a revision/, /Write an id/],
    ['a:b', 'bad-reference', /is not a revision/, /Write an id/],
    ['a,,b', 'bad-reference', /is not a revision/, /Write an id/],
  ])('%s is refused: %s', (text, code, message, hint) => {
    const refused = mistake(() => found(text));
    expect(refused.codes).toEqual([code]);
    expect(refused.message).toMatch(message);
    expect(refused.hint).toMatch(hint);
  });

  test('current stands for the rows that are known', () => {
    const known = { current: ['c0ffee000001', 'd00d00000001'] };
    expect(resolve(graph, 'net@current', known).map((node) => node.id)).toEqual(['d00d00000001']);
    expect(resolve(graph, 'net@current-1', known).map((node) => node.id)).toEqual(['ae1027a6acf0']);
    expect(mistake(() => resolve(graph, 'current', { current: ['nope'] })).codes).toEqual(['unknown-row']);
  });

  test('one revision is asked for, several are refused', () => {
    expect(resolveOne(graph, 'shop@head')?.id).toBe('c0ffee000001');
    expect(resolveOne(graph, 'base')).toBeUndefined();
    expect(mistake(() => resolveOne(graph, 'heads')).codes).toEqual(['several-revisions']);
  });

  test('an empty history has no head, and says so of everything else', () => {
    expect(resolve(graphOf(), 'head')).toEqual([]);
    expect(mistake(() => resolve(graphOf(), 'ab12')).hint).toBe('There are no revisions yet.');
  });

  test('is taken apart', () => {
    expect(parseReference('a-b@head-1')).toEqual({ text: 'a-b@head-1', label: 'a-b', symbol: 'head', offset: -1 });
    expect(parseRange('a:b')).toEqual({ from: 'a', to: 'b' });
    expect(parseRange(':b')).toEqual({ to: 'b' });
    expect(parseRange('a:')).toEqual({ from: 'a' });
    expect(parseRange(':')).toEqual({});
    expect(parseRange('b')).toBeUndefined();
    expect(mistake(() => parseRange('a:b:c')).codes).toEqual(['bad-range']);
  });
});
