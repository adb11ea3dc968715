import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bundle, bundle } from '../../../src/bundle/bundle.ts';
import { swap } from '../../../src/bundle/place.ts';
import { writeBundle } from '../../../src/bundle/write.ts';
import { psql } from '../../../src/dialect/client/psql.ts';
import { postgresql } from '../../../src/dialect/postgresql.ts';
import { nothingAsked, recordingOf, scriptOf } from '../script/made.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'place-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function made({ id = 'a1', from = [] as string[], target = 'main', name = 'here' }): Bundle {
  const up = scriptOf(postgresql, psql, [recordingOf({ id, before: from, after: [id] })]);
  return bundle({ target, up, down: { impossible: 'never' }, preflight: nothingAsked, name });
}

test.each([
  ['ends elsewhere', { id: 'b1' }],
  ['begins elsewhere', { from: ['z1'] }],
  ['is for another target', { target: 'other' }],
])('a bundle that %s is replaced only where its name was asked for', (_, other) => {
  writeBundle(made({}), parent);
  const before = readFileSync(join(parent, 'here/manifest.json'), 'utf8');
  expect(() => writeBundle(made(other), parent)).toThrow(expect.objectContaining({ code: 'another-bundle' }));
  expect(readFileSync(join(parent, 'here/manifest.json'), 'utf8')).toBe(before);
  writeBundle(made(other), parent, true);
  expect(readFileSync(join(parent, 'here/manifest.json'), 'utf8')).not.toBe(before);
});

test('what another run put there between two steps is replaced at the second try', () => {
  const { folder } = writeBundle(made({}), parent);
  const workshop = join(parent, 'workshop');
  const fresh = join(workshop, 'new');
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'mine.txt'), 'mine');
  mkdirSync(join(workshop, 'old'));
  writeFileSync(join(workshop, 'old', 'in-the-way.txt'), '');
  swap(fresh, folder, workshop);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});

/** A workshop that a run left behind so many minutes ago, with the bundle that it was about to replace. */
function leftBehind(minutes: number, name: string): string {
  const workshop = join(parent, '.migrator-aBc123');
  const { folder } = writeBundle(made({ name }), parent);
  mkdirSync(join(workshop, 'new'), { recursive: true });
  renameSync(folder, join(workshop, 'old'));
  const then = statSync(parent).mtimeMs / 1000 - minutes * 60;
  for (const path of [join(workshop, 'new'), join(workshop, 'old'), workshop]) utimesSync(path, then, then);
  return workshop;
}

test('an old workshop is cleared, and its bundle is back in its place', () => {
  const workshop = leftBehind(61, 'before');
  writeBundle(made({}), parent);
  expect(existsSync(workshop)).toBe(false);
  expect(readdirSync(parent).sort()).toEqual(['before', 'here']);
  expect(existsSync(join(parent, 'before/manifest.json'))).toBe(true);
});

test('a bundle that was made again meanwhile is not put back', () => {
  leftBehind(61, 'here');
  mkdirSync(join(parent, 'here'));
  writeBundle(made({ id: 'b1' }), parent);
  expect(readdirSync(parent)).toEqual(['here']);
  expect(readFileSync(join(parent, 'here/manifest.json'), 'utf8')).toContain('"b1"');
});

test('a workshop that may still be at work is let be, and so is what is none', () => {
  const workshop = leftBehind(59, 'before');
  const foreign = join(parent, '.migrator-notes-of-mine');
  mkdirSync(foreign);
  utimesSync(foreign, 1, 1);
  writeBundle(made({}), parent);
  expect([existsSync(join(workshop, 'old')), existsSync(foreign)]).toEqual([true, true]);
});
