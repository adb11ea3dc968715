/** The house keeps its own law. A failure names the file and the line; docs/architecture.md says what to do about it. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dialectNames } from '../src/dialect/names.ts';
import {
  circleOf,
  doors,
  edges,
  type Import,
  law,
  loadedWith,
  readSource,
  readSources,
  roomOf,
} from './architecture.ts';

const sources = readSources(dialectNames);
const rooms = Object.keys(law);

/** `room`, `room (types)` or `room/file.ts`. */
function allows(entry: string, { to, type }: Import): boolean {
  if (entry.endsWith(' (types)')) return type && roomOf(to) === entry.slice(0, -' (types)'.length);
  return entry.includes('/') ? entry === to : entry === roomOf(to);
}

const mayOpen = (entry: string, file: string): boolean => entry === file || entry === roomOf(file);

describe('who may import whom', () => {
  test('every file stands in a room of the table, and every room is there', () => {
    expect([...new Set(sources.map(({ room }) => room))].sort()).toEqual(rooms.toSorted());
  });

  test('the table leads downward only', () => {
    for (const [at, room] of rooms.entries()) {
      const below = law[room]!.map((entry) => roomOf(entry.replace(/ \(types\)$/, '')));
      expect(rooms.slice(0, at), room).toEqual(expect.arrayContaining(below));
    }
  });

  test('the files keep to it', () => {
    const broken = sources.flatMap(({ file, room, imports }) =>
      imports
        .filter((one) => one.kind === 'file' && roomOf(one.to) !== room)
        .filter((one) => !law[room]!.some((entry) => allows(entry, one)))
        .map((one) => `${file}:${one.line} imports ${one.to}${one.type ? ' (types)' : ''}`),
    );
    expect(broken).toEqual([]);
  });

  test('nothing in it is idle', () => {
    const idle = rooms.flatMap((room) => {
      const used = sources.filter((source) => source.room === room).flatMap(({ imports }) => imports);
      return law[room]!.filter((entry) => !used.some((one) => one.kind === 'file' && allows(entry, one))).map(
        (entry) => `${room} does not import ${entry}`,
      );
    });
    expect(idle).toEqual([]);
  });

  test('no file stands in a circle', () => {
    expect(circleOf(sources)).toBeUndefined();
  });

  test('docs/architecture.md shows the same table', () => {
    const page = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');
    const rows = page
      .slice(page.indexOf('| room |'))
      .split('\n\n', 1)[0]!
      .split('\n')
      .slice(2)
      .map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')));
    const shown = rows.map(([, room, imports]) => [room, imports === 'nothing' ? [] : imports!.split(', ')]);
    expect(shown).toEqual(Object.entries(law));
  });
});

test('every package has its door', () => {
  const broken = sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ kind, to }) => kind === 'package' && !doors[to]?.some((entry) => mayOpen(entry, file)))
      .map(({ line, to }) => `${file}:${line} imports ${to}`),
  );
  expect(broken).toEqual([]);
  const opened = new Set(sources.flatMap(({ imports }) => imports.map(({ to }) => to)));
  expect(Object.keys(doors).filter((name) => !opened.has(name))).toEqual([]);
});

/** Types of a package reach its user by what its public face exports. */
test('whatever teaches knex new words is exported by the public face', () => {
  const face = sources.find(({ file }) => file === 'index.ts')!;
  const teaching = sources.filter(({ teachesKnex }) => teachesKnex).map(({ file }) => file);
  expect(teaching).not.toEqual([]);
  expect(teaching.filter((file) => face.imports.every(({ to }) => to !== file))).toEqual([]);
});

test('schema, operation and dialect read no file and ask no system', () => {
  const pure = new Set(['schema', 'operation', 'dialect', 'template', 'errors']);
  const broken = sources
    .filter(({ room }) => pure.has(room))
    .flatMap(({ file, imports }) =>
      imports
        .filter(({ kind, to }) => kind === 'node' && to !== 'node:crypto')
        .map(({ to }) => `${file} imports ${to}`),
    );
  expect(broken).toEqual([]);
});

test('clock, chance, environment, console and locale are met at the edges only', () => {
  const broken = sources.flatMap(({ file, touches }) =>
    touches
      .filter(({ what }) => !Object.hasOwn(edges[what] ?? {}, file))
      .map(({ what, line }) => `${file}:${line} touches ${what}`),
  );
  expect(broken).toEqual([]);
  const idle = Object.entries(edges).flatMap(([what, files]) =>
    Object.keys(files)
      .filter(
        (file) =>
          !sources.some((source) => source.file === file && source.touches.some((touch) => touch.what === what)),
      )
      .map((file) => `${file} does not touch ${what}`),
  );
  expect(idle).toEqual([]);
});

test('only dialect/ tells one dialect from another by its name', () => {
  const broken = sources
    .filter(({ room }) => room !== 'dialect')
    .flatMap(({ file, tellsDialects }) => tellsDialects.map((line) => `${file}:${line}`));
  expect(broken).toEqual([]);
});

describe('what is loaded', () => {
  const heavy = ['knex', 'sucrase', 'jiti', 'get-tsconfig', 'sql-formatter', 'yargs'];
  const heavyRooms = ['compile', 'recorder', 'loader', 'script', 'bundle', 'rehearsal', 'shadow'];
  test.each([
    'main',
    'cli/history',
    'cli/heads',
    'cli/branches',
    'cli/show',
    'cli/revision',
    'cli/merge',
    'cli/edit',
    'cli/init',
    'cli/list-templates',
  ])('with %s: neither knex nor what runs revisions', (start) => {
    const loaded = [...loadedWith(sources, `${start}.ts`)];
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter((file) => heavy.includes(file) || heavyRooms.includes(roomOf(file)))).toEqual([]);
  });
});

describe('the reader of imports', () => {
  const read = (text: string) => readSource('cli/example.ts', text, dialectNames);

  test.each([
    ["import { a } from '../errors.ts';", { to: 'errors.ts', type: false, dynamic: false }],
    ["import '../errors.ts';", { to: 'errors.ts', type: false, dynamic: false }],
    ["import type { A } from '../errors.ts';", { to: 'errors.ts', type: true, dynamic: false }],
    ["import { type A, type B } from '../errors.ts';", { to: 'errors.ts', type: true, dynamic: false }],
    ["import { type A, b } from '../errors.ts';", { to: 'errors.ts', type: false, dynamic: false }],
    ["export { type A } from '../errors.ts';", { to: 'errors.ts', type: true, dynamic: false }],
    ["export * from './help.ts';", { to: 'cli/help.ts', type: false, dynamic: false }],
    ["let a: import('./help.ts').A;", { to: 'cli/help.ts', type: true, dynamic: false }],
    [
      "const { a } = await import('@electric-sql/pglite/worker');",
      { to: '@electric-sql/pglite', type: false, dynamic: true },
    ],
    ["require('sql-formatter/x');", { to: 'sql-formatter', type: false, dynamic: true }],
  ])('%s', (text, expected) => {
    expect(read(text).imports).toMatchObject([expected]);
  });

  test.each(['new Date()', 'Date.now()', 'Math.random()', 'process.env.A', 'console.log(1)', "a.localeCompare('b')"])(
    'sees %s',
    (text) => {
      expect(read(text).touches).toHaveLength(1);
    },
  );

  test.each(['a instanceof Date', 'let a: Date', 'a.process', '({ Date: 1 })', "'process.env' // Date"])(
    'lets %s be',
    (text) => {
      expect(read(text).touches).toEqual([]);
    },
  );

  test.each([
    "if (dialect.name === 'x') {}",
    "if (name !== 'oracle') {}",
    "switch (a) { case 'mssql': }",
    'switch (target.dialect.name) {}',
  ])('sees %s', (text) => {
    expect(read(text).tellsDialects.length).toBeGreaterThan(0);
  });

  test('finds a circle', () => {
    const one = readSource('cli/one.ts', "import type { A } from './two.ts';", []);
    const two = readSource('cli/two.ts', "import { b } from './one.ts';", []);
    expect(circleOf([one, two])).toEqual(['cli/one.ts', 'cli/two.ts', 'cli/one.ts']);
  });
});
