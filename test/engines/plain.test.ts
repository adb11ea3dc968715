/** Plain scripts through drivers: every state of the version table, every way to send a file; what is refused changes nothing. */
import { describe, expect, test } from 'vitest';
import type { Client, Frame } from '../../src/dialect/client.ts';
import type { Dialect } from '../../src/dialect/dialect.ts';
import { dialects } from '../../src/dialect/dialects.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { data, type Made, outside, recordingOf, scriptOf } from '../unit/script/made.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
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
  oneOfEachFamily,
);

/** Their own servers are not here; PostgreSQL knows all of these scripts but two words of Redshift's. */
const standIns: Readonly<Record<string, (script: string) => string>> = {
  cockroachdb: (script) => script,
  redshift: (script) =>
    script
      .replaceAll(
        "listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num)",
        "string_agg(version_num, ', ' ORDER BY version_num)",
      )
      .replaceAll('SYSDATE', 'clock_timestamp()'),
};

describeEngines(
  'plain for CockroachDB and Redshift, on PostgreSQL',
  (engine) => {
    describe.each(Object.keys(standIns) as ('cockroachdb' | 'redshift')[])('%s', (name) => {
      const dialect = dialects[name];
      const client = dialect.clients.find(({ tool }) => tool === 'plain')!;
      const plainly = (made: readonly Made[], more: Partial<Frame> = {}) =>
        standIns[name]!([...scriptText(scriptOf(dialect, client, made.map(recordingOf), more))].join(''));
      const ways = driverWays.filter(({ dialects: known }) => known.includes('postgresql'));
      const revisionsFrom = (before: readonly string[]): readonly Made[] => [
        { id: 'b2', before, after: ['b2'], statements: [data('insert into bystander (id) values (2)')] },
        { id: 'c3', before: ['b2'], after: ['c3'], statements: ['create table other (id integer)'] },
        { id: 'd4', before: ['c3'], after: ['d4'], statements: [data('insert into bystander (id) values (4)')] },
      ];

      test.each(name === 'redshift' ? ways.slice(1, 2) : ways)('$name', async (way) => {
        const script = plainly(revisionsFrom(['a1']));
        const database = await prepared(engine, versionTable + versionRows(['a1']));
        const { said, failed } = await sendAll(database, engine, script, way);
        expect({ said, failed }).toMatchObject({
          said: expect.stringContaining('done: the database is at d4'),
          failed: false,
        });
        expect(await database.rows('migrator_version')).toEqual([['d4']]);
        expect(await database.rows('bystander')).toEqual([['2'], ['4']]);
        const log = await database.rows('migrator_version_log');
        expect(log.map(([entry, revision]) => [entry, revision])).toEqual([
          ['1', 'b2'],
          ['2', 'c3'],
          ['3', 'd4'],
        ]);
        expect(await database.rows('migrator_version_ledger')).toEqual([]);

        const places = way === ways[1] ? [undefined, [], ['zz'], ['b2'], ['a1', 'x9'], ['d4']] : [['b2']];
        for (const rows of places) {
          const named = `${rows}`;
          const elsewhere = await prepared(engine, rows === undefined ? '' : versionTable + versionRows(rows));
          const stood = await look(elsewhere);
          const refusal = await sendAll(elsewhere, engine, script, way);
          expect(refusal.failed, named).toBe(true);
          expect(refusal.said, named).toContain(
            named === 'd4'
              ? 'already applied: the database is at d4'
              : `migration refused: ${rows === undefined ? 'there is no version table' : `upgrade.sql needs the database at a1, but it is at ${rows.join(', ') || 'base'}`}`,
          );
          expect(refusal.said, named).not.toContain('done: the database');
          expect(await look(elsewhere), named).toEqual(stood);
        }
      });

      test('a database at base, and one that is not', async () => {
        const script = plainly(revisionsFrom([]));
        const fresh = await prepared(engine, '');
        const { said } = await sendAll(fresh, engine, script, ways[1]!);
        expect(said).toContain('done: the database is at d4');
        expect(await fresh.rows('migrator_version')).toEqual([['d4']]);
        const elsewhere = await prepared(engine, versionTable + versionRows(['c3']));
        const stood = await look(elsewhere);
        await sendAll(elsewhere, engine, script, ways[1]!);
        expect(await look(elsewhere)).toEqual(stood);
      });

      test('what a statement that fails leaves, where the tool goes on', async () => {
        const [b2, c3, d4] = revisionsFrom(['a1']) as [Made, Made, Made];
        const fails = { ...c3, statements: [...c3.statements!, data('insert into nowhere (id) values (3)')] };
        const database = await prepared(engine, versionTable + versionRows(['a1']));
        for (const way of ways.slice(1, name === 'redshift' ? 2 : 3)) {
          const { said } = await sendAll(database, engine, plainly([b2, fails, d4]), way);
          expect(said).not.toContain('done: the database');
          expect(await database.rows('migrator_version')).toEqual([['b2']]);
          expect(await database.rows('bystander')).toEqual([['2']]);
          expect(await database.rows('migrator_version_log')).toHaveLength(1);
        }
      });

      test('a connection that is lost on the way moves nothing more', async () => {
        const [b2, c3, d4] = revisionsFrom(['a1']) as [Made, Made, Made];
        const lost = {
          ...c3,
          statements: [data('insert into bystander (id) values (3)'), data('select 3 as lost_here')],
        };
        const script = plainly([b2, lost, d4]);
        const database = await prepared(engine, versionTable + versionRows(['a1']));
        const at = script.indexOf('select 3 as lost_here');
        await sendAll(database, engine, script.slice(0, at), ways[1]!);
        const { said } = await sendAll(database, engine, script.slice(at), ways[1]!);
        expect(said).not.toContain('done: the database');
        expect(await database.rows('migrator_version')).toEqual([['b2']]);
        expect(await database.rows('bystander')).toEqual([['2']]);
        expect(await database.rows('migrator_version_log')).toHaveLength(1);
      });

      test('what another script left half done, or this one, is refused', async () => {
        for (const [at, digest, says] of [
          ['a1', 'e', 'another script left'],
          ['a1', 'f', 'an earlier run of this script left'],
          ['b2', 'e', 'another script left'],
        ] as const) {
          const ledger = `CREATE TABLE migrator_version_ledger (revision varchar(32) primary key, direction varchar(5), step integer, steps integer, state varchar(8), digest varchar(64), script varchar(64));
INSERT INTO migrator_version_ledger VALUES ('b2', 'up', 1, 2, 'done', 'd', '${digest.repeat(64)}');
`;
          const database = await prepared(engine, versionTable + versionRows([at]) + ledger);
          const { said } = await sendAll(database, engine, plainly(revisionsFrom(['a1'])), ways[1]!);
          expect(said).toContain(says);
          expect(said).not.toContain('already applied');
          expect(await database.rows('migrator_version')).toEqual([[at]]);
          expect(await database.rows('bystander')).toEqual([]);
        }
      });

      test('an expectation that does not hold', async () => {
        const { fault, ...rest } = {
          fault: "(SELECT 'is not right here')",
          when: 'undone',
          expects: 'is right',
        } as const;
        const database = await prepared(engine, versionTable + versionRows(['a1']));
        for (const when of ['always', 'undone', 'beginning'] as const) {
          const { said } = await sendAll(
            database,
            engine,
            plainly(revisionsFrom(['a1']), { expects: [{ ...rest, fault, when }] }),
            ways[1]!,
          );
          expect(said, when).toContain('migration refused: upgrade.sql is not right here');
          expect(await database.rows('bystander'), when).toEqual([]);
          expect(await database.rows('migrator_version'), when).toEqual([['a1']]);
        }
      });
    });

    test('CockroachDB: the later steps of a revision ask for the ones before', async () => {
      const dialect = dialects.cockroachdb;
      const client = dialect.clients.find(({ tool }) => tool === 'plain')!;
      const made: Made = {
        id: 'b2',
        before: ['a1'],
        after: ['b2'],
        statements: ['create table other (id integer)', data('insert into bystander (id) values (2)')],
      };
      const script = [...scriptText(scriptOf(dialect, client, [recordingOf(made)]))].join('');
      expect(script).toContain("step = 2, state = 'started'");
      const database = await prepared(engine, versionTable + versionRows(['a1']));
      const [stopping, goingOn] = driverWays;
      const { said } = await sendAll(
        database,
        engine,
        script.replace('create table other', 'create table bystander'),
        goingOn!,
      );
      expect(said).toContain('the ledger is not where this script left it');
      expect(await database.rows('bystander')).toEqual([]);
      expect(await database.rows('migrator_version')).toEqual([['a1']]);
      expect((await sendAll(database, engine, script, stopping!)).said).toContain('done: the database is at b2');
      expect(await database.rows('bystander')).toEqual([['2']]);
    });
  },
  ['postgresql'],
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
