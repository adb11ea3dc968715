/** Every case read again as its client would read it: the statements that were recorded, each once, in their order. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/dialect/client.ts';
import { type DialectName, dialectNames } from '../../src/dialect/names.ts';
import { revisionParts } from '../../src/script/compose.ts';
import type { Script } from '../../src/script/script.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { verifyText } from '../../src/script/verify.ts';
import { caseNames, expectedFile } from '../cases/case.ts';
import { models } from './model.ts';
import { carriedBy, comparable, expectedOf, planOf, unplanned } from './plan.ts';
import { expectPlain, expectRules, expectSaid, expectSame, isPossible, textFor } from './profiles.ts';
import { type Scripts, scriptsOf } from './scripts.ts';

/** A plain script cannot tell its tool to stop, and one that commits nothing must leave SQL*Plus open. */
const goesOn = /goes on after errors|no EXIT/;
const mayGoOn = ({ tool, house = [] }: Client): boolean => tool === 'plain' || house.length > 0;

function check(script: Script): void {
  const split = models[script.dialect.name].split([...scriptText(script)].join(''));
  expect(split.faults.filter(({ message }) => !mayGoOn(script.client) || !goesOn.test(message))).toEqual([]);
  expect(unplanned(planOf(script), split)).toEqual([]);
  for (const recording of script.recordings) {
    for (const part of revisionParts(recording, 0, script.dialect, script.frame)) {
      if (part.part !== 'statement') continue;
      const like = (sql: string) => comparable(script, part, sql);
      const recorded = typeof part.statement.sql === 'string' ? part.statement.sql : [...part.sql].join('');
      const expected = expectedOf(script, { ...part, sql: [recorded] });
      expect(expected.some((sql) => sql.includes(recorded))).toBe(true);
      expect(carriedBy(script, part).map(like)).toEqual(expected.map(like));
    }
  }
}

/** Their plain scripts are compared with the best ones as a whole. */
const wrapped: readonly DialectName[] = ['mssql', 'oracle'];

/** Their servers run the scripts of the cases, or those of the product that they are like; each third is read here, too. */
const applied: readonly DialectName[] = ['postgresql', 'cockroachdb', 'redshift', 'mariadb', 'mysql', 'sqlite'];

/** Of the others, house rules change the command line alone. */
const respelled: readonly DialectName[] = ['postgresql', 'oracle', 'mssql'];

describe.each(caseNames)('%s', (name) => {
  const at = caseNames.indexOf(name);
  let scripts: Scripts;
  beforeAll(async () => {
    scripts = await scriptsOf(name);
  });

  test.each(dialectNames)('%s', (dialect) => {
    const made = scripts[dialect];
    const expected = readFileSync(expectedFile(name, dialect, 'upgrade'), 'utf8');
    expect(made === undefined).toBe(expected.startsWith('NOT POSSIBLE'));
    if (made === undefined) return;
    if (applied.includes(dialect) && (at + dialectNames.indexOf(dialect)) % 3 !== 0) return;
    check(made.upgrade);
    const verify = [...verifyText(made.upgrade, made.upgrade.after!, 'verify.sql')].join('');
    expect(models[dialect].split(verify).faults).toEqual([]);
    if (at % 4 === 0) check(made.downgrade);
  });

  test.each(name === 'way-back' ? dialectNames : respelled)('%s, under house rules', (dialect) => {
    const made = scripts[dialect];
    if (made === undefined) return;
    for (const client of expectRules(made.downgrade)) {
      if (at % 8 === 0) check({ ...made.downgrade, client });
    }
  });

  if (at % 3 !== 0) return;
  test.each(dialectNames)('%s, for its other clients', (dialect) => {
    const made = scripts[dialect];
    if (made === undefined) return;
    const script = at % 6 === 0 ? made.upgrade : made.downgrade;
    for (const client of script.dialect.clients.slice(1)) {
      if (!isPossible(script, client)) continue;
      const text = textFor(script, client);
      expectSaid(text, client);
      if (client.tool !== 'plain') continue;
      expectPlain(text, dialect);
      expectSame(script, text);
      if (!wrapped.includes(dialect)) check({ ...script, client });
    }
  });
});
