/** What the catalog says after a script is what replay said before it. */

import { afterAll, describe, expect, test } from 'vitest';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import { caseNames, compileCase, openCase } from '../cases/case.ts';
import { runAccepting } from './accept-loss.ts';
import { describeEngines } from './describe-engines.ts';
import type { Database, Engine } from './engine.ts';
import { compared, shown } from './inventory.ts';

async function apply(database: Database, script: string): Promise<void> {
  const ran = await database.runText(script);
  expect(ran, `${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 });
}

async function expectAgreement(database: Database, { dialect }: Engine, replayed: Schema, made: Schema): Promise<void> {
  if (made.unread.length > 0) return; // raw SQL may have made anything
  const { found, told } = await compared(database, dialect, replayed, made);
  expect(shown(found)).toEqual(shown(told));
}

const opened = caseNames.map((name) => ({ name, ...openCase(name) }));
afterAll(() => {
  for (const { remove } of opened) remove();
});

/** MySQL tells its checks and has JSON from version 8 on, which no package brings: it is read as MariaDB is. */
const readable = ['postgresql', 'postgresql-embedded', 'mariadb', 'sqlite'] as const;

describeEngines(
  'the inventory after the case',
  (engine) => {
    describe.each(opened)('$name', ({ root }) => {
      test('is as replayed', async ({ skip }) => {
        const whole = await compileCase(root, engine.dialect);
        if ('notPossible' in whole) return skip(whole.notPossible);
        const last = whole.recordings.at(-1)?.after ?? emptySchema;
        const database = await engine.createDatabase();
        await apply(database, whole.upgrade);
        await expectAgreement(database, engine, last, last);
        const ran = await runAccepting(engine, database, whole.downgrade);
        expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
        await expectAgreement(database, engine, emptySchema, last);
        return undefined;
      });
    });
  },
  readable,
);
