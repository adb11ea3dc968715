/** Scripts under house rules on engines: what is still protected, and the logs that the documented lines leave. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dialects } from '../../src/dialect/dialects.ts';
import { obeying } from '../../src/dialect/house-rules.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { data, type Made, recordingOf, scriptOf } from '../unit/script/made.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import type { Database, Engine, Manner } from './engine.ts';
import { careless, prepared, versionRows, versionTable, written } from './scripts.ts';

const table = (id: string): string => `create table t_${id} (id integer not null primary key)`;
const made: readonly Made[] = [
  { id: 'b2', before: ['a1'], after: ['b2'], statements: [table('b2'), data('insert into t_b2 (id) values (1)')] },
  { id: 'c3', before: ['b2'], after: ['c3'], statements: [table('c3')] },
];
const failing: readonly Made[] = [
  made[0]!,
  { id: 'c3', before: ['b2'], after: ['c3'], statements: [data('insert into nowhere (id) values (1)')] },
];
const look = (database: Database) => database.catalog({ rows: true });
const at = (engine: Engine, rows: readonly string[]) => prepared(engine, versionTable + versionRows(rows));

describeEngines(
  'no commit',
  (engine) => {
    const uncommitted = (revisions: readonly Made[]): string => {
      const { postgresql } = dialects;
      const client = obeying(postgresql.clients[0]!, ['no commit']);
      const script = scriptOf(postgresql, client, revisions.map(recordingOf), { serverVersion: engine.version });
      return [...scriptText(script)].join('');
    };
    const inOne: Manner = { args: ['--single-transaction'] };

    test('one transaction around the file applies it', async () => {
      const database = await at(engine, ['a1']);
      const ran = await database.runText(uncommitted(made), inOne);
      expect(ran).toMatchObject({ status: 0 });
      expect(ran.stdout).toContain('done, and not committed yet: the database is at c3 after COMMIT');
      expect(await database.rows('migrator_version')).toEqual([['c3']]);
      expect(await database.rows('t_b2')).toEqual([['1']]);
    });

    const manners: readonly (readonly [string, Manner, (script: string) => string])[] = [
      ['stopping', inOne, (script) => script],
      ['going on', { ...inOne, strict: false }, careless.postgresql],
    ];
    test.each(manners)('at a wrong place nothing is changed, %s', async (_, manner, change) => {
      for (const rows of [['zz'], ['b2'], ['c3'], ['a1', 'c3'], []]) {
        const database = await at(engine, rows);
        const stood = await look(database);
        const ran = await database.runText(change(uncommitted(made)), manner);
        expect(ran.stdout).not.toContain('done, and not committed');
        expect(await look(database), rows.join()).toEqual(stood);
      }
    });

    test.each(manners)('a statement that fails undoes every revision, %s', async (_, manner, change) => {
      const database = await at(engine, ['a1']);
      const stood = await look(database);
      await database.runText(change(uncommitted(failing)), manner);
      expect(await look(database)).toEqual(stood);
    });

    test('without a transaction it refuses', async () => {
      for (const [manner, change] of [
        [{}, (script: string) => script] as const,
        [{ strict: false }, careless.postgresql] as const,
      ]) {
        const database = await at(engine, ['a1']);
        const stood = await look(database);
        const ran = await database.runText(change(uncommitted(made)), manner);
        expect(ran.stderr).toContain('no transaction is open, and this script commits nothing');
        expect(await look(database)).toEqual(stood);
      }
    });

    test('who looks before COMMIT may take it back', async () => {
      const database = await at(engine, ['a1']);
      const stood = await look(database);
      await database.runText(`BEGIN;\n${uncommitted(made)}\nROLLBACK;\n`);
      expect(await look(database)).toEqual(stood);
    });
  },
  ['postgresql'],
);

describeEngines(
  'logs',
  (engine) => {
    /** As the lines at the head of the scripts ask for it. */
    const asked: Readonly<Record<Engine['dialect'], (log: string) => readonly string[]>> = {
      postgresql: (log) => ['-L', log],
      mariadb: () => ['--verbose'],
      mysql: () => ['--verbose'],
      sqlite: () => ['-echo'],
    };

    test('the log holds what ran, and the verdict is seen', async () => {
      const database = await at(engine, ['a1']);
      const file = database.save(written(engine, made));
      const log = join(file, '..', 'house-rules.log');
      rmSync(log, { force: true });
      const ran = await database.run(file, { args: asked[engine.dialect](log) });
      expect(ran).toMatchObject({ status: 0 });
      const logged = existsSync(log) ? readFileSync(log, 'utf8') : ran.stdout;
      expect(logged).toMatch(/create table .?t_b2/i);
      expect(logged).toContain('insert into t_b2 (id) values');
      expect(ran.stdout).toMatch(/^done: the database is at c3$/m);
    });
  },
  oneOfEachFamily,
);
