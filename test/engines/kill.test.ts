/** A script that is interrupted anywhere and run again ends where an uninterrupted one ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { indexBuildOf } from '../../src/dialect/client/index-build.ts';
import type { Part } from '../../src/dialect/client.ts';
import { data, type Made } from '../unit/script/made.ts';
import { describeEngines } from './describe-engines.ts';
import type { Catalog, Database, Engine, Running } from './engine.ts';
import {
  disconnect,
  disconnection,
  forgetGates,
  makeGate,
  type Point,
  pointsOf,
  suicide,
  until,
  waiting,
} from './interrupt.ts';
import { type Blockable, before, logHeld, madeOf, stepsOf } from './killed-revisions.ts';
import { prepared, written } from './scripts.ts';

vi.setConfig({ testTimeout: 180_000 });
afterAll(forgetGates);

/** The catalog and all rows, without the log's times and what the ledger says of a revision that is done. */
async function fingerprint(database: Database): Promise<Catalog> {
  const catalog = await database.catalog({ rows: true });
  const kept = Object.entries(catalog).flatMap(([key, line]) => {
    if (!/^row \S*migrator_version_lo?e?d?g/.test(key)) return [[key, line]];
    const row = JSON.parse(line) as string[];
    if (/_log /.test(key)) return [[key, JSON.stringify(row.with(4, 'then'))]];
    const [, , step, steps, state] = row;
    return step === steps && state === 'done' ? [] : [[key, line]];
  });
  return Object.fromEntries(kept);
}

const doubtful = /step (\d+) of \d+ of revision (\w+) was begun by an earlier run/;

interface Ended {
  /** What was settled by hand: `b2 3: took effect`. */
  readonly settled: readonly string[];
}

/** Runs the same file until it says that it is done, and does what a hint asks for. */
async function finish(engine: Engine, database: Database, file: string): Promise<Ended> {
  const settled: string[] = [];
  for (let n = 0; n < 200; n++) {
    const ran = await database.run(file);
    const said = ran.stdout + ran.stderr;
    if (/done: the database is at c3|already applied: the database is at c3/.test(said)) return { settled };
    if (said.includes('another session is running a script')) {
      await sleep(50);
      continue;
    }
    const [, step, revision] = doubtful.exec(said) ?? [];
    if (step === undefined || settled.length > 0) throw new Error(said);
    expect(ran.status).not.toBe(0);
    const stood = await fingerprint(database);
    expect(doubtful.test((await database.run(file)).stdout + ran.stderr)).toBe(true);
    expect(await fingerprint(database)).toEqual(stood);
    const took = (await database.query(tookOf(engine, revision!, said))).length > 0;
    const hints = /took effect\. If it did: (UPDATE .*?)\. If it did not: (UPDATE .*?)\. Then run/.exec(said);
    await database.query(hints![took ? 1 : 2]!);
    settled.push(`${revision} ${step}: ${took ? 'took effect' : 'did not'}`);
  }
  throw new Error('the script never came to its end');
}

/** The hint names the statement by what the script says of it: its number in the revision. */
function tookOf(engine: Engine, revision: string, said: string): string {
  const steps: readonly unknown[] = stepsOf(engine).find(([id]) => id === revision)!;
  const number = Number(/See in a new session whether that step \(step (\d+)/.exec(said)?.[1]);
  const { took } = steps[number] as Blockable;
  if (took === undefined) throw new Error(`this step should never be in doubt:\n${said}`);
  return took;
}

/** A few at a time. */
async function each<T>(things: readonly T[], run: (thing: T) => Promise<void>): Promise<void> {
  const left = [...things];
  const worker = async () => {
    for (let thing = left.shift(); thing !== undefined; thing = left.shift()) await run(thing);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

/** A statement that fails at once in MariaDB leaves the handler time to say so, a session that ends does not. */
const isDoubtful = (engine: Engine, part: Part): boolean =>
  alone(part) &&
  (engine.dialect !== 'postgresql' || (part.part === 'statement' && indexBuildOf(part.statement) === undefined));

const alone = (part: Part): boolean => part.part === 'statement' && part.alone;

/** A place before which a script waits for what another session holds. */
interface Stop {
  readonly point: Point;
  readonly blocked: string;
}

/** Before each statement that can be made to wait, and before each move of the version rows. */
function stopsOf(engine: Engine, points: readonly Point[]): readonly Stop[] {
  return points.flatMap((point, n): Stop[] => {
    const next = points[n + 1]?.part;
    const inside = engine.dialect === 'mysql' && next?.part === 'statement';
    if (inside ? !point.after.startsWith('EXECUTE') : !point.endsPart) return [];
    if (next?.part === 'move') return [{ point: { ...point, part: next }, blocked: logHeld(engine) }];
    if (next?.part !== 'statement') return [];
    const steps: readonly unknown[] = stepsOf(engine).find(([id]) => id === next.entry.revision)!;
    const [, number] = /^step (\d+)/.exec(next.says[0] ?? '') ?? [];
    const { blocked } = steps[Number(number)] as Blockable;
    return blocked === '' ? [] : [{ point: { ...point, part: next }, blocked }];
  });
}

/** A script that waits in the middle of a step. */
interface Stuck {
  readonly point: Point;
  readonly database: Database;
  readonly file: string;
  readonly client: Running;
  release(): Promise<void>;
}

async function stick(engine: Engine, whole: string, { point, blocked }: Stop): Promise<Stuck> {
  const database = await prepared(engine, before);
  const [here, there] = [makeGate(), makeGate()];
  const client = database.start(database.save(point.before + here.line + point.after));
  await here.reached(client);
  const other = database.start(database.save(blocked + there.line));
  await there.reached(other);
  here.open();
  await until(async () => (await waiting(engine, database)).length > 0, `a lock in ${point.name}`);
  const release = async () => {
    there.open();
    await Promise.all([client.done, other.done]);
  };
  return { point, database, file: database.save(whole), client, release };
}

describeEngines(
  'a script that is interrupted',
  (engine) => {
    // MySQL and MariaDB share their steps: the one is stopped at two sorts of places, the other at all
    const isWhole = engine.name !== 'mysql';
    const points = pointsOf(engine, madeOf(engine));
    const whole = written(engine, madeOf(engine));
    let wanted: Catalog;
    beforeAll(async () => {
      const database = await prepared(engine, before);
      expect(await database.runText(whole)).toMatchObject({ status: 0, stderr: '' });
      wanted = await fingerprint(database);
    });

    /** The end of every step, places within a step that no transaction protects, and some of the others. */
    const chosen = (nth: number, within: boolean): readonly Point[] =>
      points.filter(
        ({ part, endsPart }, n) =>
          (endsPart && (part.part === 'commit' || alone(part))) ||
          (within && alone(part) && (isWhole || n % 3 === 0)) ||
          n % 180 === nth,
      );

    /** All trials are made before any is judged, so that a failure names them all. */
    async function expectAll(tried: ReadonlyMap<string, Catalog | Error>): Promise<void> {
      const wrong = [...tried].filter(([, found]) => JSON.stringify(found) !== JSON.stringify(wanted));
      const [first] = wrong;
      expect(wrong.map(([name]) => name)).toEqual([]);
      if (first) expect(first[1]).toEqual(wanted);
    }

    async function again(
      trial: { point: Point; database: Database; file: string },
      tried: Map<string, Catalog | Error>,
    ) {
      const { point, database, file } = trial;
      try {
        const { settled } = await finish(engine, database, file);
        if (settled.length > 0) expect(alone(point.part), `${point.name}: ${settled.join()}`).toBe(true);
        tried.set(point.name, await fingerprint(database));
        return settled;
      } catch (error) {
        tried.set(`${point.name}: ${(error as Error).message}`, error as Error);
        return [];
      }
    }

    async function cut(at: readonly Point[], line: (point: Point) => string): Promise<readonly string[]> {
      const tried = new Map<string, Catalog | Error>();
      const settled: string[] = [];
      await each(at, async (point) => {
        const database = await prepared(engine, before);
        const file = database.save(whole);
        await database.runText(line(point));
        settled.push(...(await again({ point, database, file }, tried)));
      });
      await expectAll(tried);
      expect(tried.size).toBe(at.length);
      return settled;
    }

    test('by a client that is killed', async () => {
      const settled = await cut(chosen(0, true), (point) => point.before + suicide(engine));
      if (engine.dialect === 'mysql') expect(settled.join()).toMatch(/: did not.*: took|: took.*: did not/);
      if (engine.dialect === 'postgresql') expect(settled).toContain('b2 4: took effect');
    });

    test.runIf(isWhole)('by a server that ends the connection', async () => {
      await cut(chosen(1, false), (point) => point.before + disconnection(engine) + point.after);
    });

    const stops = stopsOf(engine, points);

    async function struck(at: readonly Stop[], strike: (stuck: Stuck) => Promise<void>): Promise<readonly string[]> {
      const tried = new Map<string, Catalog | Error>();
      const settled: string[] = [];
      await each(at, async (stop) => {
        const stuck = await stick(engine, whole, stop);
        await strike(stuck);
        await stuck.release();
        settled.push(...(await again(stuck, tried)));
      });
      await expectAll(tried);
      expect(tried.size).toBe(at.length);
      return settled;
    }

    const everyOther = stops.filter((_, n) => n % 2 === 0);

    test.runIf(isWhole)('in the middle of a step by a client that is killed', async () => {
      await struck(everyOther, async ({ client }) => {
        client.kill();
        await client.done;
      });
    });

    test('in the middle of a step by a server that ends the connection', async () => {
      const at = isWhole ? stops : everyOther;
      const settled = await struck(at, async ({ database, client, point }) => {
        for (const session of await waiting(engine, database)) await disconnect(engine, database, session);
        await client.done;
        if (!alone(point.part) || engine.dialect !== 'postgresql' || !/c3/.test(point.name)) return;
        expect(await database.query('select indexrelid from pg_index where not indisvalid')).toHaveLength(1);
      });
      expect(settled.length).toBe(at.filter(({ point }) => isDoubtful(engine, point.part)).length);
    });

    test.runIf(isWhole)('in the middle of a step and after one by a server that is killed', async () => {
      const tried = new Map<string, Catalog | Error>();
      const ends = chosen(2, false).filter(({ endsPart }, n) => endsPart && n % 3 === 0);
      const stuck: Stuck[] = [];
      const some = stops.filter((_, n) => n % 3 === 0);
      await each(some, async (stop) => void stuck.push(await stick(engine, whole, stop)));
      await each(ends, async (point) => {
        const database = await prepared(engine, before);
        const gate = makeGate();
        const client = database.start(database.save(point.before + gate.line + point.after));
        await gate.reached(client);
        const release = async () => {
          gate.open();
          await client.done;
        };
        stuck.push({
          point: { ...point, name: `${point.name} done` },
          database,
          file: database.save(whole),
          client,
          release,
        });
      });
      await engine.crash();
      await each(stuck, async (one) => {
        await one.release();
        await again(one, tried);
      });
      await expectAll(tried);
      expect(tried.size).toBe(stuck.length);
    });

    test('by nobody: of two runs at once the second is refused, and the first goes on', async () => {
      const database = await prepared(engine, before);
      const gate = makeGate();
      const point = points.find(({ part, endsPart }) => endsPart && alone(part))!;
      const first = database.start(database.save(point.before + gate.line + point.after));
      await gate.reached(first);
      const stood = await fingerprint(database);
      const second = await database.runText(whole);
      expect(second.stdout + second.stderr).toContain('migration refused: another session is running a script');
      expect(second.status).not.toBe(0);
      expect(await fingerprint(database)).toEqual(stood);
      gate.open();
      expect(await first.done).toMatchObject({ status: 0 });
      expect(await fingerprint(database)).toEqual(wanted);
    });
  },
  ['postgresql', 'mariadb', 'mysql'],
);

describeEngines(
  'a script of sqlite3 that is killed',
  (engine) => {
    const made: readonly Made[] = ['a1', 'b2', 'c3'].map((id, n, ids) => ({
      id,
      before: n === 0 ? [] : [ids[n - 1]!],
      after: [id],
      statements: [`create table t_${id} (id integer primary key)`, data(`insert into t_${id} (id) values (1)`)],
    }));

    test('loses nothing: the same file refuses, and one that starts there goes on', async () => {
      const whole = written(engine, made);
      const fresh = await prepared(engine, '');
      await fresh.runText(whole);
      const wanted = await sqliteRows(fresh);
      const points = pointsOf(engine, made);
      for (const point of points) {
        const database = await prepared(engine, '');
        expect(await database.runText(point.before + suicide(engine)), point.name).toMatchObject({ status: 137 });
        const there = await versionOf(database);
        const stood = await database.catalog({ rows: true });
        const again = await database.runText(whole);
        if (there === undefined) expect(again, point.name).toMatchObject({ status: 0 });
        else {
          expect(again.stdout + again.stderr, point.name).toMatch(/migration refused|already applied/);
          expect(await database.catalog({ rows: true }), point.name).toEqual(stood);
          const rest = made.slice(made.findIndex(({ id }) => id === there) + 1);
          if (rest.length > 0) expect(await database.runText(written(engine, rest))).toMatchObject({ status: 0 });
        }
        expect(await sqliteRows(database), point.name).toEqual(wanted);
      }
    });
  },
  ['sqlite'],
);

async function versionOf(database: Database): Promise<string | undefined> {
  const known = await database.query("select 1 from sqlite_schema where name = 'migrator_version'");
  if (known.length === 0) return undefined;
  return (await database.rows('migrator_version'))[0]?.[0] ?? undefined;
}

/** Without the log's times. */
async function sqliteRows(database: Database): Promise<Catalog> {
  const catalog = await database.catalog({ rows: true });
  const times = /"\d{4}-\d\d-\d\dT[\d:.]+Z"/;
  return Object.fromEntries(Object.entries(catalog).map(([key, line]) => [key, line.replace(times, '"then"')]));
}
