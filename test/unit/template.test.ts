import { expect, test } from 'vitest';
import { render } from '../../src/template.ts';
import { mistake } from './history/graph-of.ts';

const place = { file: 'templates/x.mustache' };

test('values stand verbatim', () => {
  expect(render('<% a %>/<% b.c %>', { a: `<&"'{{x}}<% a %>`, b: { c: 1 } }, place)).toBe(`<&"'{{x}}<% a %>/1`);
});

test('sections see their items and what is around them', () => {
  const view = { list: [{ n: 1 }, { n: 2 }], none: [], words: ['x', 'y'], sep: ';' };
  expect(render('<%# list %><% n %><% sep %><%/ list %>', view, place)).toBe('1;2;');
  expect(render('<%# words %><% . %><%/ words %><%^ none %>!<%/ none %>', view, place)).toBe('xy!');
});

test('a name that nobody knows is an error that names it and what is known', () => {
  const refused = mistake(() => render('a\n<% mesage %>', { message: '', id: '' }, place));
  expect(refused.codes).toEqual(['template-variable']);
  expect(refused.message).toContain('mesage');
  expect(refused.hint).toBe('It may use: id, message.');
  expect(refused.error.place).toEqual({ file: place.file, line: 2 });
});

test.each([
  ['<%# list %><% m %><%/ list %>', 'template-variable'],
  ['<%> other %>', 'template-variable'],
  ['<%# list %>', 'template-syntax'],
])('%s is refused: %s', (template, code) => {
  expect(mistake(() => render(template, { list: [{ n: 1 }] }, place)).codes).toEqual([code]);
});
