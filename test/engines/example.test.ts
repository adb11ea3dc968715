/** The example history of this repository, applied by the real clients to real engines. */

import { join } from 'node:path';
import knexFactory from 'knex';
import { expect, test } from 'vitest';
import { upgradeWalk } from '../../src/history/range.ts';
import { createLoader } from '../../src/loader/load.ts';
import type { Op } from '../../src/recorder/op.ts';
import { compileProject, openProject, repository } from '../project.ts';
import { runAccepting } from './accept-loss.ts';
import { describeEngines } from './describe-engines.ts';
import type { Database, Engine } from './engine.ts';
import { onlineOp } from './online-op.ts';

const ownTable = /migrator_version/;
/** The text that SQLite keeps of a CREATE statement is ours, tidied; counters move with each attempt. */
const spelling = /^(?:create|counter) /;

async function runOnline(engine: Engine): Promise<Database> {
  const database = await engine.createDatabase();
  const knex = knexFactory({ ...database.knex, pool: { min: 0, max: 1 } });
  const loader = createLoader({ root: repository, provided: new Map() });
  try {
    for (const { revision } of upgradeWalk(openProject(repository).graph, undefined).steps) {
      const { op, done } = onlineOp(knex, engine.dialect);
      const { upgrade } = (await loader.load(join(repository, revision.file))) as { upgrade(op: Op): unknown };
      await upgrade(op);
      await done();
    }
  } finally {
    await knex.destroy();
  }
  return database;
}

async function versionsOf(database: Database): Promise<readonly string[]> {
  return (await database.rows('migrator_version')).map(([id]) => id ?? '');
}

/** The example has checks, which MySQL has since 8.0.16. */
const able = ['postgresql', 'postgresql-embedded', 'mariadb', 'sqlite'] as const;

describeEngines(
  'the example',
  (engine) => {
    test('makes what knex makes online, then does nothing twice, and goes back', async () => {
      const { upgrade, downgrade, heads } = await compileProject(repository, engine.dialect);
      const database = await engine.createDatabase();
      const before = await database.catalog({ except: [spelling] });
      expect(await database.runText(upgrade)).toMatchObject({ status: 0 });
      const online = await runOnline(engine);
      const look = { except: [ownTable, spelling], rows: true };
      const after = await database.catalog(look);
      expect(Object.keys(after).length).toBeGreaterThan(30);
      expect(dated(after)).toEqual(dated(await online.catalog(look)));
      expect(await versionsOf(database)).toEqual(heads);

      const again = await database.runText(upgrade);
      expect(`${again.stdout}${again.stderr}`).toContain('already applied');
      expect(await database.catalog(look)).toEqual(after);

      expect(await runAccepting(engine, database, downgrade)).toMatchObject({ status: 0 });
      expect(await versionsOf(database)).toEqual([]);
      expect(await database.catalog({ except: [ownTable, spelling] })).toEqual(before);
    });

    test('refuses at a wrong revision and changes nothing', async () => {
      const { upgrade, downgrade } = await compileProject(repository, engine.dialect);
      const database = await engine.createDatabase();
      const wrong =
        "CREATE TABLE migrator_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);\nINSERT INTO migrator_version VALUES ('2c90e5d41f6a');\n";
      expect(await database.runText(wrong)).toMatchObject({ status: 0 });
      const before = await database.catalog({ rows: true });
      for (const script of [upgrade, downgrade]) {
        const ran = await database.runText(script);
        expect(ran.status).not.toBe(0);
        expect(`${ran.stdout}${ran.stderr}`).toContain('refused');
        expect(`${ran.stdout}${ran.stderr}`).toContain('2c90e5d41f6a');
        expect(await database.catalog({ rows: true })).toEqual(before);
      }
    });
  },
  able,
);

/** The moment of a row's insertion is the server's own. */
function dated(catalog: Readonly<Record<string, string>>): unknown {
  return JSON.parse(JSON.stringify(catalog).replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*(?:[+-]\d\d)?/g, 'now'));
}
