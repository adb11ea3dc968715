/** Plain scripts through drivers: every state of the version table, every way to send a file; what is refused changes nothing. */
import { expect, test } from 'vitest';
import type { Client } from '../../src/dialect/client.ts';
import type { Dialect } from '../../src/dialect/dialect.ts';
import { dialects } from '../../src/dialect/dialects.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { data, type Made, outside, recordingOf, scriptOf } from '../unit/script/made.ts';
import { describeEngines, withOnePostgres } from './describe-engines.ts';
import { driverWays, sendAll } from './driver.ts';
import type { Database, Engine } from './engine.ts';
import { directions, found, path, rowsOf, type State } from './fault-matrix.ts';
import { faultRevisions, timeless } from './fault-revisions.ts';
import { prepared, versionRows, versionTable } from './scripts.ts';

function plainOf(engine: Engine): readonly [Dialect, Client] {
  const dialect = dialects[engine.dialect];
  return [dialect, dialect.clients.find(({ tool }) => tool === 'plain')!];
}

function plainly(engine: Engine, made: readonly Made[]): string {
  const script = scriptOf(...plainOf(engine), made.map(recordingOf), { serverVersion: engine.version });
  return [...scriptText(script)].join('');
}

const states = [
  'right',
  'no version table',
  'wrong revision',
  'two heads',
  'already applied',
  'part-way, by hand',
] as const;

/** A later revision of the script, or its end, fits there. */
const mostDangerous: readonly (typeof states)[number][] = ['right', 'part-way, by hand', 'already applied'];

const look = (database: Database) => database.catalog({ rows: true });

describeEngines(
  'plain',
  (engine) => {
    const ways = driverWays.filter(({ dialects: known }) => known.includes(engine.dialect));

    test.each(directions)('%s: every state, every way to send the file', async (direction) => {
      const { revisions, tables } = faultRevisions;
      const whole = plainly(engine, revisions[direction]);
      const [from, , to] = path[direction] as [string, string, string];
      const at = (state: (typeof states)[number]) => {
        const rows = state === 'part-way, by hand' ? [path[direction][1]!] : rowsOf(state as State, direction);
        const applied = state === 'already applied' ? direction === 'up' : direction === 'down';
        return prepared(engine, (applied ? tables : '') + (rows === undefined ? '' : versionTable + versionRows(rows)));
      };
      const wanted: unknown[] = [];
      for (const way of direction === 'up' ? ways : ways.slice(1, 2)) {
        await Promise.all(
          (direction === 'up' && way.name === 'going on after errors' ? states : mostDangerous).map(async (state) => {
            const named = `${direction}, ${way.name}, ${state}`;
            const database = await at(state);
            const stood = await look(database);
            const { said, failed } = await sendAll(database, engine, whole, way);
            if (state === 'right') {
              expect(said, named).toContain(`done: the database is at ${to}`);
              expect(failed, named).toBe(false);
              wanted.push(timeless(await look(database)));
              return;
            }
            const middle = path[direction][1]!;
            if (state === 'already applied') expect(said, named).toContain(`already applied: the database is at ${to}`);
            else {
              expect(said, named).toContain(`migration refused: `);
              expect(said, named).toContain(`needs the database at ${from}`);
              if (engine.dialect !== 'mysql') {
                const where = state === 'part-way, by hand' ? middle : found(state, direction);
                expect(said, named).toMatch(new RegExp(`(?:but it is at |there is )${where}`));
              }
            }
            expect(failed, named).toBe(true);
            expect(said, named).not.toMatch(/done: the database|: committed/);
            expect(await look(database), named).toEqual(stood);
          }),
        );
      }
      expect(new Set(wanted.map((catalog) => JSON.stringify(catalog))).size).toBe(1);
    });

    test('a statement that fails undoes its revision or stays out of it, and nothing after it runs', async () => {
      const made: Made[] = [
        { id: 'b2', before: ['a1'], after: ['b2'], statements: [data('insert into bystander (id) values (2)')] },
        {
          id: 'c3',
          before: ['b2'],
          after: ['c3'],
          statements: [data('insert into bystander (id) values (3)'), data('insert into nowhere (id) values (3)')],
        },
        { id: 'd4', before: ['c3'], after: ['d4'], statements: [data('insert into bystander (id) values (4)')] },
      ];
      // SQLite cannot tell that a statement before failed, and its script says that the tool must stop.
      for (const way of ways.filter(({ stops }) => stops || engine.dialect !== 'sqlite')) {
        const database = await prepared(engine, versionTable + versionRows(['a1']));
        const { said } = await sendAll(database, engine, plainly(engine, made), way);
        expect(said, way.name).not.toContain('done: the database');
        expect(await database.rows('bystander'), way.name).toEqual([['2']]);
        expect(await database.rows('migrator_version'), way.name).toEqual([['b2']]);
      }
    });

    test('a number of rows that was not expected undoes the revision', async () => {
      const made: Made = {
        id: 'b2',
        before: ['a1'],
        after: ['b2'],
        statements: [{ ...data("update bystander set id = 7 where 'it''s' <> ''"), expectRows: { min: 1, max: 1 } }],
      };
      for (const way of ways) {
        const database = await prepared(
          engine,
          `INSERT INTO bystander (id) VALUES (1), (2);\n${versionTable}${versionRows(['a1'])}`,
        );
        const { said } = await sendAll(database, engine, plainly(engine, [made]), way);
        expect(said, way.name).toContain('revision b2 expected 1 row and this statement touched ');
        expect(await database.rows('bystander'), way.name).toEqual([['1'], ['2']]);
        expect(await database.rows('migrator_version'), way.name).toEqual([['a1']]);
      }
    });
  },
  withOnePostgres,
);

describeEngines(
  'plain: an index built concurrently',
  (engine) => {
    const made: Made = {
      id: 'b2',
      before: ['a1'],
      after: ['b2'],
      statements: [outside('create unique index concurrently one on bystander (id)')],
    };
    const script = plainly(engine, [made]);
    const [stopping, goingOn, , together] = driverWays;
    const rows = (...ids: number[]) => ids.map((id) => `INSERT INTO bystander (id) VALUES (${id});\n`).join('');
    const start = versionTable + versionRows(['a1']);

    test('it is built, and the version rows move', async () => {
      const database = await prepared(engine, start);
      const { said } = await sendAll(database, engine, script, stopping!);
      expect(said).toContain('done: the database is at b2');
      expect(await database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'one'::regclass")).toEqual([
        ['t'],
      ]);
    });

    test.each([
      ['an index that fails is not taken for built', rows(1, 1)],
      ['nor one that was there before', 'CREATE INDEX one ON bystander (id);\n'],
    ])('%s', async (_, before) => {
      const database = await prepared(engine, before + start);
      const { said } = await sendAll(database, engine, script, goingOn!);
      expect(said).not.toContain('done: the database');
      expect(await database.rows('migrator_version')).toEqual([['a1']]);
    });

    test('a half-done revision is refused, with how to go on', async () => {
      const database = await prepared(engine, rows(1, 1) + start);
      await sendAll(database, engine, script, stopping!);
      const { said } = await sendAll(database, engine, script, stopping!);
      expect(said).toContain('an earlier run of this script left a revision half done');
      expect(said).toContain('the script for psql of the same revisions goes on from there');
    });

    test('a tool that sends the whole file at once is refused before anything', async () => {
      const database = await prepared(engine, start);
      const stood = await look(database);
      const { said } = await sendAll(database, engine, script, together!);
      expect(said).toContain('this tool sends the whole file as one text');
      expect(await look(database)).toEqual(stood);
    });
  },
  ['postgresql'],
);
