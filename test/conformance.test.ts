import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare } from './conformance/check.ts';
import { differences } from './conformance/differences.ts';
import { readFacts, report, tally } from './conformance/tally.ts';

const facts = readFacts();
const counted = tally(facts);

describe('the history answers as Alembic does', () => {
  test('every fact holds, or differs by a listed rule', () => {
    for (const line of report(counted)) console.log(line);
    expect(counted.failures).toEqual([]);
  });

  test('no fact is left out', () => {
    const questions = new Set<unknown>();
    let derived = 0;
    for (const { group, query } of compare(facts)) {
      if (group === 'derived') derived++;
      else if (group !== 'resolve') questions.add(query);
      else if (query.what === 'cli') questions.add(query);
    }
    expect(questions.size).toBe(13_341);
    expect(derived).toBe(18 * 7);
  });

  test.each(differences)('the rule "$title" is needed, and explained', (rule) => {
    expect(counted.rules.get(rule)).toBeGreaterThan(0);
    const docs = readFileSync(new URL('../docs/differences-from-alembic.md', import.meta.url), 'utf8');
    expect(docs).toContain(`## ${rule.title}\n`);
  });
});
