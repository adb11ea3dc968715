import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clockAt, slugOf } from '../../../src/history/file-name.ts';
import { readRevision } from '../../../src/history/header.ts';
import { draftRevision, type Manner, type Wish } from '../../../src/history/write.ts';
import { graphOf, mistake } from './graph-of.ts';

const file = 'templates/revision.ts.mustache';
const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const manner: Manner = {
  locations: ['revisions'],
  recursive: false,
  fileTemplate: '%(rev)s_%(slug)s',
  slugLength: 40,
  template: { text, place: { file } },
};
const chance = { now: new Date('2026-03-01T23:05:09Z'), random: (bytes: number) => new Uint8Array(bytes).fill(0xab) };
const none = graphOf();
const graph = graphOf('aaaa1', 'bbbb1 < aaaa1 # shop', 'cccc1 < bbbb1', 'dddd1 < aaaa1');

const draft = (wish: Partial<Wish>, how: Partial<Manner> = {}, history = graph) =>
  draftRevision(history, { message: 'add users', ...wish }, { ...manner, ...how }, chance);

describe('a new revision', () => {
  test('is a file that says what it is', () => {
    const made = draft({}, {}, none);
    expect(made).toMatchObject({ id: 'abababababab', parents: [], path: 'revisions/abababababab_add_users.ts' });
    expect(made.text).toBe(`/**
 * add users
 *
 * Revision ID: abababababab
 * Revises: base
 * Create Date: 2026-03-01 23:05:09+00:00
 */
import type { Op } from 'migrator';

export const revision = 'abababababab';
export const downRevision: string | readonly string[] | null = null;
export const branchLabels: readonly string[] | null = null;
export const dependsOn: readonly string[] | null = null;

export async function upgrade(op: Op): Promise<void> {
}

// Left out, downgrade is derived from upgrade: export async function downgrade(op: Op) { … } takes its place, null rules it out.
`);
  });

  test('carries what was asked for', () => {
    const made = draft({
      heads: ['shop@head', 'dddd'],
      branchLabels: ['x-y'],
      dependsOn: ['shop', 'aaaa'],
      id: 'e1',
      imports: "import x from 'x';",
      upgrades: '  up();',
      downgrades: '  down();',
    });
    const { id, parents, labels, dependsOn } = readRevision(made.text, made.path);
    expect({ id, parents, labels, dependsOn }).toEqual({
      id: 'e1',
      parents: ['cccc1', 'dddd1'],
      labels: ['x-y'],
      dependsOn: ['shop', 'aaaa1'],
    });
    expect(made.text).toContain(`import type { Op } from 'migrator';\nimport x from 'x';\n\nexport`);
    expect(made.text).toContain('Promise<void> {\n  up();\n}');
    expect(made.text).toContain('export async function downgrade(op: Op): Promise<void> {\n  down();\n}\n');
    expect(made.text).not.toContain('derived');
  });

  test.each([
    [{ heads: ['shop@head'] }, ['cccc1']],
    [{ heads: ['heads'] }, ['cccc1', 'dddd1']],
    [{ heads: ['bbbb'], splice: true }, ['bbbb1']],
    [{ heads: ['base'] }, []],
    [{ heads: ['cccc1,dddd1'] }, ['cccc1', 'dddd1']],
  ])('%j comes after %j', (wish, parents) => {
    expect(draft(wish).parents).toEqual(parents);
  });

  test.each([
    [{}, 'several-heads'],
    [{ heads: ['bbbb'] }, 'not-a-head'],
    [{ heads: ['cccc', 'cccc1'] }, 'repeated-parent'],
    [{ heads: ['cccc', 'bbbb'], splice: true }, 'redundant-parent'],
    [{ heads: ['dddd'], branchLabels: ['shop'] }, 'duplicate-label'],
    [{ heads: ['dddd'], branchLabels: ['a@b'] }, 'illegal-label'],
    [{ heads: ['dddd'], branchLabels: ['head'] }, 'reserved-label'],
    [{ heads: ['dddd'], id: 'cccc1' }, 'duplicate-id'],
    [{ heads: ['dddd'], id: 'a-b' }, 'illegal-id'],
    [{ heads: ['dddd'], dependsOn: ['zzzz'] }, 'unknown-revision'],
    [{ heads: ['dddd'], dependsOn: ['base'] }, 'unknown-dependency'],
    [{ heads: ['dddd'], versionPath: 'elsewhere' }, 'unknown-location'],
    [{ heads: ['dddd'], message: 'Revises: everything' }, 'message-reads-as-note'],
  ])('%j is refused: %s', (wish, code) => {
    expect(mistake(() => draft(wish)).codes).toEqual([code]);
  });
});

describe('its place', () => {
  const two = { locations: ['core', 'apps/shop'], recursive: true };
  const placed = graphOf('aaaa1', 'bbbb1');
  test('is beside its first parent, or where it is told', () => {
    const [, second] = placed.nodes;
    (second!.revision as { file: string }).file = 'apps/shop/2025/b.ts';
    expect(draft({ heads: ['bbbb'] }, two, placed).path).toBe('apps/shop/abababababab_add_users.ts');
    expect(draft({ heads: ['bbbb'], versionPath: './core/' }, two, placed).path).toBe('core/abababababab_add_users.ts');
    expect(draft({ heads: ['bbbb'], versionPath: 'core/new' }, two, placed).path).toBe(
      'core/new/abababababab_add_users.ts',
    );
  });
  test('has to be told for a new root among several locations', () => {
    expect(mistake(() => draft({ heads: ['base'] }, two)).codes).toEqual(['several-locations']);
  });
  test('is refused where a revision stands already', () => {
    const how = { fileTemplate: '%(slug)s' };
    const taken = graphOf('aaaa1');
    (taken.nodes[0]!.revision as { file: string }).file = 'revisions/add_users.ts';
    expect(mistake(() => draft({}, how, taken)).codes).toEqual(['file-exists']);
  });
});

describe('its file name', () => {
  const name = (fileTemplate: string, more: Partial<Manner> = {}): string =>
    draft({ heads: ['dddd'] }, { fileTemplate, ...more }).path.replace(/^revisions\/|\.ts$/g, '');
  test.each([
    ['%(year)d_%(month).2d_%(day).2d_%(hour).2d%(minute).2d%(second).2d', '2026_03_01_230509'],
    ['%(year)s%(month)s%(month)02d', '2026303'],
    ['%(epoch)d-%(rev)s', '1772406309-abababababab'],
    ['100%%_%(slug)s', '100%_add_users'],
  ])('%s is %s', (template, expected) => {
    expect(name(template)).toBe(expected);
  });
  test('may have folders where folders are looked into', () => {
    expect(name('%(year)d/%(slug)s', { recursive: true })).toBe('2026/add_users');
    expect(mistake(() => name('%(year)d/%(slug)s')).codes).toEqual(['file-template']);
  });
  test.each(['%(nope)s', '%(rev)', '%(toString)s'])('%s is refused', (template) => {
    expect(mistake(() => name(template)).codes).toEqual(['file-template']);
  });
  test.each([
    '_%(slug)s',
    '.%(slug)s',
    '',
    '%(slug)s.d',
    'a/_b/%(slug)s',
    '.a/%(slug)s',
    'node_modules/%(slug)s',
    '../%(slug)s',
    'a/../../%(slug)s',
    './%(slug)s',
    '/tmp/%(slug)s',
    'a//%(slug)s',
    'a/',
    '%(slug)s\n',
  ])('%j would be passed over, and is refused', (template) => {
    expect(mistake(() => name(template, { recursive: true })).codes).toEqual(['file-template']);
  });
  test('a message without words may leave nothing of it', () => {
    expect(mistake(() => draft({ heads: ['dddd'], message: '…' }, { fileTemplate: '%(slug)s' })).codes).toEqual([
      'file-template',
    ]);
    expect(mistake(() => draft({ heads: ['dddd'], message: '' }, { fileTemplate: '%(slug)s_%(rev)s' })).codes).toEqual([
      'file-template',
    ]);
  });
  test.each(['core/../..', 'core/_old', 'core/.git', 'core/node_modules', 'core/./x', 'core//x'])(
    'nor does it go to %s',
    (versionPath) => {
      const how = { locations: ['core'], recursive: true };
      expect(mistake(() => draft({ heads: ['dddd'], versionPath }, how)).codes).toEqual(['unknown-location']);
    },
  );
  test('goes by the project’s clock', () => {
    expect(clockAt(chance.now, 'Asia/Kolkata').text).toBe('2026-03-02 04:35:09+05:30');
    expect(clockAt(chance.now, 'America/New_York').text).toBe('2026-03-01 18:05:09-05:00');
    expect(clockAt(new Date('2026-03-01T00:00:00Z'), undefined)).toMatchObject({ hour: 0, epoch: 1772323200 });
    expect(mistake(() => clockAt(chance.now, 'Mars/Base')).codes).toEqual(['unknown-timezone']);
  });
});

test.each([
  ['Add the “users” table!', 40, 'add_the_users_table'],
  ['Größe ändern', 40, 'größe_ändern'],
  ['one two three', 8, 'one_two_'],
  ['one two three', 7, 'one_'],
  ['internationalization', 5, 'inter_'],
  ['../../etc/passwd', 40, 'etc_passwd'],
  ['', 40, ''],
])('the slug of %j in %i is %j', (message, length, slug) => {
  expect(slugOf(message, length)).toBe(slug);
});
