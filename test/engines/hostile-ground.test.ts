/** What a session or a database may do to a script behind its back: other sessions, hidden rows, statements nobody understands. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { compileProject } from '../project.ts';
import { data, type Made } from '../unit/script/made.ts';
import { describeEngines } from './describe-engines.ts';
import type { Database, Engine } from './engine.ts';
import { isOfMysql } from './engine.ts';
import { timeless } from './fault-revisions.ts';
import { careless, prepared, written } from './scripts.ts';

const look = async (database: Database) => timeless(await database.catalog({ rows: true }));

const two: readonly Made[] = [
  {
    id: 'a1',
    before: [],
    after: ['a1'],
    statements: ['create table one (id integer)', data('insert into one values (1)')],
  },
  {
    id: 'b2',
    before: ['a1'],
    after: ['b2'],
    statements: ['create table two (id integer)', data('insert into two values (2)')],
  },
];

/** Another session in place of the one before, as a client opens it by itself when its own is lost. */
const reconnect: Readonly<Partial<Record<Engine['dialect'], string>>> = { mariadb: '\\r\n', mysql: '\\r\n' };

/** Lines at which the client begins something new. */
function places(script: string): readonly number[] {
  const starts = [...script.matchAll(/^(?:SET|SELECT|PREPARE|DELIMITER (?!;)|UPDATE|INSERT|DELETE)\b/gm)].map(
    ({ index }) => index,
  );
  const after = starts.filter((at) => at > script.indexOf('==== revision a1'));
  return after.filter((_, n) => n % 7 === 0);
}

async function lossy({ dialect, version }: Engine): Promise<readonly [base: string, rest: string]> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-race-'));
  const revision = (id: string, below: string, up: string) =>
    `export const revision = '${id}';\nexport const downRevision = ${below};\nexport function upgrade(op) { ${up} }\n`;
  try {
    mkdirSync(join(root, 'revisions'));
    writeFileSync(join(root, 'migrator.toml'), `[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n`);
    const table = "op.createTable('item', (t) => { t.integer('id').primary(); t.text('note'); });";
    writeFileSync(join(root, 'revisions', '1.js'), revision('a1', 'null', table));
    writeFileSync(join(root, 'revisions', '2.js'), revision('b2', "'a1'", "op.dropColumn('item', 'note');"));
    const [base, rest] = [await compileProject(root, 'here', ':a1'), await compileProject(root, 'here', 'a1:b2')];
    return [base.upgrade, rest.upgrade];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describeEngines(
  'a session that is lost',
  (engine) => {
    test('changes nothing more', async () => {
      const script = written(engine, two);
      for (const at of places(script)) {
        const database = await prepared(engine, '');
        const cut = await prepared(engine, '');
        await cut.runText(script.slice(0, at), { strict: false });
        const ran = await database.runText(script.slice(0, at) + reconnect[engine.dialect]! + script.slice(at), {
          strict: false,
        });
        const where = script.slice(at, at + 60);
        expect(ran.stdout, where).not.toMatch(/^done:/m);
        expect(await look(database), where).toEqual(await look(cut));
        const again = await database.runText(script);
        if (again.status === 0) expect(again.stdout, where).toContain('done:');
        else
          expect(again.stdout + again.stderr, where).toMatch(
            /nobody knows whether it took effect|is done, and this client|already applied/,
          );
      }
    }, 120_000);
  },
  ['mariadb', 'mysql'],
);

describeEngines(
  'a statement that the server does not even understand',
  (engine) => {
    test('closes the session in a client that goes on after errors', async () => {
      const broken: readonly Made[] = [
        {
          ...two[0]!,
          statements: [
            data('insert into bystander values (1)'),
            'create table three (id nonsense(9))',
            data('insert into bystander values (2)'),
          ],
        },
        two[1]!,
      ];
      const database = await prepared(engine, '');
      const ran = await database.runText(careless[engine.dialect](written(engine, broken)), { strict: false });
      expect(ran.stdout).not.toMatch(/: committed|^done:/m);
      expect(await database.rows('migrator_version')).toEqual([]);
      expect(await database.rows('bystander')).toEqual(isOfMysql(engine) ? [['1']] : []);
    });
  },
  ['postgresql', 'mariadb', 'mysql'],
);

describeEngines(
  'PostgreSQL',
  (engine) => {
    test('rows that are being written while they are counted are waited for', async () => {
      const [base, rest] = await lossy(engine);
      const database = await engine.createDatabase();
      expect(await database.runText(base)).toMatchObject({ status: 0 });
      const writer = database.start(
        database.save("begin;\ninsert into item (id, note) values (7, 'kept');\nselect pg_sleep(1.5);\ncommit;\n"),
      );
      await sleep(500);
      const ran = await database.runText(rest);
      await writer.done;
      expect(ran.stdout + ran.stderr).toContain('would lose 1 value of item.note (first: id = 7)');
      expect(await database.rows('item')).toEqual([['7', 'kept']]);
    });

    test('a transaction that is lost with its connection does not move the version rows', async () => {
      const script = careless.postgresql(written(engine, two));
      const database = await prepared(engine, '');
      const ran = await database.runText(script.replace('insert into one', '\\connect -\ninsert into one'), {
        strict: false,
      });
      expect(ran.stdout + ran.stderr).toContain('transaction of this revision was lost');
      expect(ran.stdout).not.toMatch(/revision a1: committed|^done:/m);
      expect(await database.rows('migrator_version')).toEqual([]);
    });

    test('the version table is found, and not made again, behind a schema of the role', async () => {
      const [first, second] = two.map((one) => written(engine, [one]));
      const database = await prepared(engine, '');
      expect(await database.runText(first!)).toMatchObject({ status: 0 });
      await database.query(
        `create schema own; alter role postgres in database ${database.name} set search_path = own, public`,
      );
      const ran = await database.runText(second!);
      expect(ran).toMatchObject({ status: 0 });
      expect(
        await database.query(
          "select relnamespace::regnamespace::text from pg_class where relname ~ '^migrator_version' and relkind = 'r'",
        ),
      ).toEqual([['public'], ['public'], ['public']]);
    });
  },
  ['postgresql'],
);
