/** Scripts that only ask: what they print, how their client ends, and that they cannot write. */

import { expect, test } from 'vitest';
import type { Inquiry, Question } from '../../src/dialect/inquiry.ts';
import { inquiryText } from '../../src/script/inquiry.ts';
import { scriptOf } from '../unit/script/made.ts';
import { describeEngines } from './describe-engines.ts';
import type { Database, Engine } from './engine.ts';
import { prepared, tools } from './scripts.ts';

const finds = (title: string, ...rows: readonly string[]): Question => ({
  title,
  columns: ['thing'],
  sql:
    rows.length === 0
      ? "SELECT 'x' AS thing FROM bystander"
      : rows.map((row) => `SELECT '${row}' AS thing`).join(' UNION ALL '),
});

const ends: Pick<Inquiry, 'good' | 'bad'> = { good: 'all is well', bad: "all is not well, it's bad" };

function written(engine: Engine, questions: readonly Question[]): string {
  const [dialect, client] = tools[engine.dialect];
  const script = scriptOf(dialect, client, [], { serverVersion: engine.version });
  const asked = { file: 'ask.sql', purpose: ['Asks.'], inquiry: { questions, ...ends } };
  return [...inquiryText(script, asked)].join('');
}

async function ask(engine: Engine, database: Database, ...questions: readonly Question[]) {
  const { status, stdout, stderr } = await database.runText(written(engine, questions));
  return { status, says: stdout + stderr };
}

describeEngines('an inquiry', (engine) => {
  test('says what it found, and ends with a status other than 0 when that counts', async () => {
    const database = await prepared(engine, '');
    const good = await ask(engine, database, finds('One is right'), { ...finds('Two tells', 'told'), tells: true });
    expect(good.says).toMatch(/1\. One is right[\s\S]*2\. Two tells[\s\S]*told[\s\S]*all is well/);
    expect(good.status).toBe(0);

    const bad = await ask(
      engine,
      database,
      finds('One', 'first', 'second'),
      finds('Two is right'),
      finds('Three', 'third'),
    );
    expect(bad.says).toMatch(/1\. One[\s\S]*first[\s\S]*second[\s\S]*2\. Two[\s\S]*3\. Three[\s\S]*third/);
    expect(bad.says).toContain(ends.bad);
    expect(bad.says).toMatch(/\b3\b/);
    expect(bad.says).not.toContain(ends.good);
    expect(bad.status).not.toBe(0);
  });

  test('asks about a table that may be missing', async () => {
    const only = { name: 'migrator_version' };
    const about: Question = {
      title: 'No rows',
      columns: ['version_num'],
      sql: `SELECT version_num FROM migrator_version`,
      only,
    };
    const database = await prepared(engine, '');
    expect(await ask(engine, database, about)).toMatchObject({ status: 0 });
    const made = `CREATE TABLE migrator_version (version_num VARCHAR(32));\nINSERT INTO migrator_version VALUES ('ab''1');\n`;
    expect(await database.runText(made)).toMatchObject({ status: 0 });
    const found = await ask(engine, database, about, finds('Nothing'));
    expect(found.says).toContain("ab'1");
    expect(found.status).not.toBe(0);
  });

  test('cannot write', async () => {
    const database = await prepared(engine, 'INSERT INTO bystander VALUES (1);\n');
    const before = await database.catalog({ rows: true });
    const script = written(engine, [finds('Nothing')]);
    const writes = script.replace('\nROLLBACK;\n', '\nDELETE FROM bystander;\nROLLBACK;\n');
    expect(writes).not.toBe(script);
    const ran = await database.runText(writes);
    expect(ran.stderr).toMatch(/read.?only/i);
    expect(ran.status).not.toBe(0);
    expect(await database.catalog({ rows: true })).toEqual(before);
  });
});
