/** Oracle's scripts, those that commit nothing above all: whatever fails, dies, is committed or undone, no step is done twice unseen, and no version row says more than was done. */
import { expect, test } from 'vitest';
import type { Client } from '../../src/dialect/client.ts';
import { obeying } from '../../src/dialect/house-rules.ts';
import { oracle } from '../../src/dialect/oracle.ts';
import { preflightText } from '../../src/script/preflight.ts';
import type { Script } from '../../src/script/script.ts';
import { data, type Made, nothingAsked, recordingOf, schema, scriptOf } from '../unit/script/made.ts';
import { blocksOf, type Host, hosts, OracleDatabase, OracleSession, type Trouble } from './oracle-session.ts';
import { expectPlain, expectSame, textFor } from './profiles.ts';

const made: readonly Made[] = [
  {
    id: 'a1',
    before: [],
    after: ['a1'],
    statements: [
      schema('create table a (id number)'),
      data('insert into a values (1)'),
      data('insert into a values (2)'),
      schema('alter table a add (x number)'),
      schema('create index ax on a (x)'),
      data('update a set x = 1'),
    ],
  },
  { id: 'b2', before: ['a1'], after: ['b2'], statements: [data('insert into a values (3, 3)'), data('delete from a')] },
  { id: 'c3', before: ['b2'], after: ['c3'], statements: [schema('drop table a')] },
  { id: 'd4', before: ['c3'], after: ['d4'] },
];
const textsOf = ({ statements = [] }: Made): readonly string[] =>
  statements.map((one) => (typeof one === 'string' ? one : String(one.sql)));
const all = made.flatMap(textsOf);

const scriptFor = (client: Client): Script => scriptOf(oracle, client, made.map(recordingOf));
const uncommitted = (client: Client): Script => scriptFor(obeying(client, ['no commit', 'no whenever', 'own spool']));
const script = uncommitted(oracle.clients[0]!);
const blocks = blocksOf(textFor(script));

const done = 'done, and not committed yet: the database is at d4 after COMMIT';
const last = /^done(?:, and not committed yet)?: the database is at d4/;
const begun = /step (\d) of (\d) of revision (\w+) was begun by an earlier run/;
const half = /step (\d) of (\d) of revision (\w+) failed in an earlier run/;

type Ends = 'commit' | 'rollback';

/** What is wrong with a database that somebody may look at now. */
function* lies(database: OracleDatabase): Generator<string> {
  const [at] = database.versions;
  const applied = made.slice(0, made.findIndex(({ id }) => id === at) + 1).flatMap(textsOf);
  const { happened } = database;
  if (new Set(happened).size < happened.length) yield `done twice: ${happened.join('; ')}`;
  const missing = applied.filter((sql) => !happened.includes(sql));
  if (missing.length > 0) yield `at ${at} without ${missing.join('; ')}`;
}

/** As the message says, by somebody who looks. */
function settle(database: OracleDatabase, said: string): void {
  const { store } = database;
  const [, step = '0'] = (begun.exec(said) ?? half.exec(said))!;
  const [, , , revision] = (begun.exec(said) ?? half.exec(said))!;
  const own = textsOf(made.find(({ id }) => id === revision)!);
  const statements =
    revision === 'a1' ? [[own[0]!], own.slice(1, 3), [own[3]!], [own[4]!], [own[5]!]][Number(step) - 1]! : own;
  const known = statements.filter((sql) => database.happened.includes(sql));
  if (half.test(said)) for (const sql of known) store.run('DELETE FROM happened WHERE said = ?', [sql]);
  const back = half.test(said) || known.length === 0;
  store.exec(`UPDATE migrator_version_ledger SET ${back ? `step = ${Number(step) - 1}, ` : ''}state = 'done'`);
}

/** The first run meets trouble, somebody ends its transaction, and the file is run until it is through. */
function* faultsOf(blocks: readonly string[], host: Host, trouble: Trouble, ends: Ends): Generator<string> {
  const database = new OracleDatabase();
  const first = new OracleSession(database, 'first', host);
  if (first.run(blocks, trouble)) first[ends]();
  first.end();
  yield* lies(database);
  for (let run = 2; run <= 6; run++) {
    const before = database.happened;
    const session = new OracleSession(database, `run${run}`, host);
    session.run(blocks);
    session.commit();
    session.end();
    yield* lies(database);
    if (session.said.some((line) => last.test(line))) {
      if (database.happened.toSorted().join('; ') !== all.toSorted().join('; ')) yield 'done, and something is missing';
      return;
    }
    const said = session.said.find((line) => begun.test(line) || half.test(line));
    if (said !== undefined) {
      if (database.happened.length > before.length) yield 'refused after it had done something';
      settle(database, said);
    } else if (session.said.some((line) => line.startsWith('already applied'))) return;
    else return yield `stopped without a reason: ${session.said[0]}`;
  }
  yield 'never done';
}

const failing: readonly Trouble[] = [
  {},
  ...all.flatMap((_, fails): readonly Trouble[] => [{ fails }, { fails, early: true }]),
];
const dying: readonly Trouble[] = blocks.map((_, dies) => ({ dies }));
const endings: readonly Ends[] = ['commit', 'rollback'];

function* faultsIn(mutant: readonly string[], host: Host, troubles: readonly Trouble[]): Generator<string> {
  for (const trouble of troubles) {
    for (const ends of endings) {
      if (trouble.dies !== undefined && ends === 'commit') continue;
      for (const fault of faultsOf(mutant, host, trouble, ends)) yield `${JSON.stringify(trouble)}, ${ends}: ${fault}`;
    }
  }
}

test.each(hosts)('statements that fail, where the tool %s', (host) => {
  expect([...faultsIn(blocks, host, failing)]).toEqual([]);
});

test.each(hosts)('statements that fail in a script that commits, in a tool that goes on and %s', (host) => {
  const committing = blocksOf(textFor(scriptFor(obeying(oracle.clients[0]!, ['no whenever']))));
  expect([...faultsIn(committing, host, failing)]).toEqual([]);
});

test('sessions that are lost after any block', () => {
  expect([...faultsIn(blocks, 'undoes the block', dying)]).toEqual([]);
});

const blockWith = (text: string): number => {
  const at = blocks.findIndex((sql) => sql.includes(text));
  expect(at, text).toBeGreaterThan(0);
  return at;
};
const moved = (from: number, to: number): readonly string[] =>
  blocks.toSpliced(from, 1).toSpliced(to, 0, blocks[from]!);

const mark = (state: string): RegExp =>
  new RegExp(` {2}UPDATE \\w+ SET step = \\d, state = '${state}'[^;]*;\\n {2}IF SQL%ROWCOUNT[\\s\\S]*?END IF;\\n`);
const change = / {2}BEGIN\n( {2}EXECUTE IMMEDIATE [^;]*;\n)[\s\S]*?END;\n/;

const mutants: Readonly<Record<string, () => readonly string[]>> = {
  'the version row moves before the last statement': () =>
    moved(blockWith("INSERT INTO migrator_version (version_num) VALUES ('a1')"), blockWith('update a set x = 1')),
  'rows do not say that their step began': () =>
    blocks.map((sql) => (/insert into a values \(3|delete from a/.test(sql) ? sql.replace(mark('started'), '') : sql)),
  'no step asks whether it was begun': () =>
    blocks.map((sql) => sql.replace(/ {2}IF migrator_past > 0 THEN\n {4}RAISE_APP[\s\S]*?END IF;\n/, '')),
  'a schema change is done before it was tried': () =>
    blocks.map((sql) => {
      const [done = ''] = (change.test(sql) && mark('done').exec(sql)) || [];
      return sql.replace(done, '').replace(change, (whole) => done + whole);
    }),
  'whatever failed is taken for undone': () =>
    blocks.map((sql) => sql.replace(/IF .* THEN(\n.*step = step - 1.*\n.*state = 'started').*/, 'IF 1 = 1 THEN$1;')),
};

const lie = /done twice|without|missing/;

function tells(faults: Iterable<string>): boolean {
  for (const fault of faults) if (lie.test(fault)) return true;
  return false;
}

test.each(Object.keys(mutants))('is told: %s', (name) => {
  const mutant = mutants[name]!();
  expect(mutant).not.toEqual(blocks);
  const faults = faultsIn(mutant, 'undoes the block', [...failing, ...dying]);
  expect(tells(faults)).toBe(true);
});

function ran(trouble: Trouble = {}): readonly [OracleDatabase, OracleSession] {
  const database = new OracleDatabase();
  const session = new OracleSession(database, 'first', 'undoes the block');
  session.run(blocks, trouble);
  return [database, session];
}

test('what stands after the last schema change waits for COMMIT', () => {
  const [database, session] = ran();
  expect(session.said.at(-1)).toBe(done);
  session.rollback();
  expect(database.versions).toEqual(['b2']);
  expect(database.happened).toEqual(all);
});

test('rows wait until a schema change commits them, and then with their version row', () => {
  const [database, session] = ran({ dies: blockWith("EXECUTE IMMEDIATE 'drop table a'") });
  session.end();
  expect(database.versions).toEqual([]);
  expect(database.happened).toEqual(all.slice(0, 5));
});

test('COMMIT after a schema change that failed keeps how far the script came, and the next run goes on there', () => {
  const [database, session] = ran({ fails: all.indexOf('alter table a add (x number)') });
  expect(session.said.some((line) => line.includes('COMMIT keeps on record how far this script came'))).toBe(true);
  session.commit();
  expect(session.run(blocks)).toBe(true);
  expect(session.said.at(-1)).toBe(done);
  expect(database.happened).toEqual(all);
});

test('where something is not committed yet the script refuses', () => {
  const [database, session] = ran({ fails: all.indexOf('delete from a') });
  const stood = database.happened;
  session.run(blocks);
  expect(session.said.some((line) => line.includes('this session has changed something that is not committed'))).toBe(
    true,
  );
  expect(database.happened).toEqual(stood);
});

test.each(hosts)(
  'nothing is said to be applied while another script has left a revision half done, where the tool %s',
  (host) => {
    const [database, first] = ran();
    first.commit();
    first.end();
    const again = (name: string): readonly string[] => {
      const session = new OracleSession(database, name, host);
      session.run(blocks);
      session.end();
      return session.said;
    };
    expect(again('second').join('\n')).toContain('already applied: the database is at d4');
    database.store.exec("INSERT INTO migrator_version_ledger VALUES ('e5', 'up', 1, 4, 'done', 'd', 'another')");
    const said = again('third').join('\n');
    expect(said).toContain('migration refused: another script left a revision half done');
    expect(said).not.toContain('already applied');
  },
);

test.each(oracle.clients.slice(1))('the blocks are the same for $tool', (client) => {
  const text = textFor(uncommitted(client));
  expect(text).toContain('-- House rules: no commit, no whenever, own spool');
  if (client.tool !== 'plain') expect(blocksOf(text)).toEqual(blocks);
  else {
    expectPlain(text, 'oracle');
    expectSame(script, text);
  }
});

test('preflight.sql says so where the script would ask', () => {
  const asked = [...preflightText(script, nothingAsked, 'preflight.sql')].join('');
  for (const step of ["revision = 'a1' AND step = 1", "revision = 'a1' AND step = 2", "revision = 'b2' AND step = 1"])
    expect(asked.replaceAll("''", "'")).toContain(step);
});
