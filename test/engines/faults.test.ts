/** Every state of the version table against every client, both ways; what is refused changes nothing. */
import { expect, test } from 'vitest';
import { describeEngines, withOnePostgres } from './describe-engines.ts';
import type { Catalog, Database, Engine } from './engine.ts';
import {
  clients,
  type Direction,
  directions,
  found,
  outcomeOf,
  path,
  rowsOf,
  type State,
  states,
} from './fault-matrix.ts';
import { faultRevisions, timeless } from './fault-revisions.ts';
import { pointsOf, suicide } from './interrupt.ts';
import { versionRows, versionTable, waysOf, written } from './scripts.ts';

const keyless = 'CREATE TABLE migrator_version (version_num VARCHAR(32) NOT NULL);\n';

/** The database as the script finds it: the tables of a script that goes down are there. */
async function databaseAt(engine: Engine, state: State, direction: Direction): Promise<Database> {
  const database = await engine.createDatabase();
  const rows = rowsOf(state, direction);
  const version = state === 'a row twice (no key)' ? keyless : versionTable;
  const highest = state === 'already applied' ? direction === 'up' : direction === 'down';
  const before = [highest ? faultRevisions.tables : '', rows === undefined ? '' : version + versionRows(rows)].join('');
  const made = await database.runText(`create table bystander (id integer);\n${before}`, { strict: true });
  expect(made).toMatchObject({ status: 0 });
  if (state !== 'part-way, by this script') return database;
  const first = pointsOf(engine, faultRevisions.revisions[direction]).filter(
    ({ part, endsPart }) => endsPart && part.part === 'commit' && part.moved,
  )[0]!;
  const stopped = await database.runText(first.before + suicide(engine));
  expect(stopped.status).toBe(137);
  return database;
}

const look = (database: Database): Promise<Catalog> => database.catalog({ rows: true });

/** At the same time where that is possible. */
async function each<T>({ single }: Engine, all: readonly T[], one: (each: T) => Promise<void>): Promise<void> {
  if (!single) await Promise.all(all.map(one));
  else for (const item of all) await one(item);
}

/** One after another takes long on a busy computer. */
const patience = ({ single }: Engine): number | undefined => (single ? 240_000 : undefined);

describeEngines(
  'faults',
  (engine) => {
    const { ways } = clients.find(({ engines }) => engines.includes(engine.name))!;
    test('the clients are those of the table', () => {
      expect(waysOf(engine).map(({ name }) => name)).toEqual(ways);
    });

    test.each(directions)(
      '%s: every state, every way of the client',
      async (direction) => {
        const whole = written(engine, faultRevisions.revisions[direction]);
        const [from, , to] = path[direction] as [string, string, string];
        const applied = await databaseAt(engine, 'right', direction);
        expect(await applied.runText(whole)).toMatchObject({ status: 0 });
        const wanted = timeless(await look(applied));
        const tried = direction === 'down' ? waysOf(engine).slice(0, 1) : waysOf(engine);
        for (const way of tried) {
          await each(engine, states, async (state) => {
            const named = `${direction}, ${way.name}, ${state}`;
            const database = await databaseAt(engine, state, direction);
            const stood = await look(database);
            const ran = await database.runText(way.change(whole), way.manner);
            const said = ran.stdout + ran.stderr;
            const outcome = outcomeOf(engine, state);
            if (outcome === 'applied' || outcome === 'goes on') {
              expect(said, named).toContain(`done: the database is at ${to}`);
              expect(said.includes('goes on where an earlier run'), named).toBe(outcome === 'goes on');
              expect(ran.status, named).toBe(0);
              expect(timeless(await look(database)), named).toEqual(wanted);
              return;
            }
            if (outcome === 'nothing to do') {
              expect(said, named).toContain(`already applied: the database is at ${to}, nothing was changed`);
            } else {
              expect(said, named).toContain('migration refused');
              expect(said, named).toContain(`needs the database at ${from}`);
              expect(said, named).toMatch(new RegExp(`(?:but it is at |there is )${found(state, direction)}`));
              expect(ran.status === 0, named).toBe(way.silent);
            }
            expect(ran.stdout, named).not.toMatch(/committed|done: the database/);
            expect(await look(database), named).toEqual(stood);
          });
        }
      },
      patience(engine),
    );
  },
  [...withOnePostgres, 'postgresql-wasm'],
);
