/** What JavaScript may decide by a value that nobody thinks of. */

import { expect, test } from 'vitest';
import { refuseDecisions } from '../../../src/recorder/decisions.ts';
import { requireSelfContained } from '../../../src/recorder/probes.ts';

const loop = (body: string): string =>
  `exports.up = async (knex) => { for (const p of await knex('people').select('id', 'name')) { ${body} } };`;

test.each([
  ["const MAP = { zork: 'S' }; await knex('a').insert({ name: MAP[p.name] || p.name });", 'looks something up'],
  ["if ('zork blub'.split(' ').includes(p.name)) await knex('a').insert(p);", 'calls .split()'],
  ["if (p.id < 1000 * 60) await knex('a').insert(p);", 'compares'],
  ["if (p.id !== 0x100) await knex('a').insert(p);", 'compares'],
  ["p.name !== 'zo\\x72k' && (await knex('a').insert(p));", 'compares'],
  ["if (Number(p.name)) await knex('a').insert(p);", 'makes something'],
  ["if (p.id % 1000) await knex('a').insert(p);", 'calculates'],
  ["if (p.id - 5000) await knex('a').insert(p);", 'calculates'],
  ["if (rows.length > 500) throw new Error('too many');", 'compares'],
  ["switch (p.name) { case 'zork': await knex('a').insert(p); }", 'compares'],
  ["if (p.name in known) await knex('a').insert(p);", 'compares'],
  ["await knex('a').insert({ name: `${MAP[p.name]}` });", 'looks something up'],
  ["await knex('a').insert({ name: p.name.slice(0, 100) });", 'calls .slice()'],
  ["if (p.id<10 || p.id>20) await knex('a').insert(p);", 'compares'],
  ["await knex('a').insert({ name: p.id<limit ? p.name : p.id>20 });", 'compares'],
  ["if (p.name.length === 1) continue; await knex('a').insert(p);", 'compares'],
  ["if (Date.parse(p.name)) await knex('a').insert(p);", 'makes something'],
  ["await knex('a').insert({ name: encodeURIComponent(p.name) });", 'makes something'],
  ["await knex('a').insert({ id: p.id | 0 });", 'calculates'],
  ["if (p.id + -5000) await knex('a').insert(p);", 'calculates'],
  ["try { JSON.parse(p.name); await knex('a').insert(p); } catch {}", 'catches errors'],
  ["const has = [].includes; if (has.call(names, p.name)) await knex('a').insert(p);", 'calls .call()'],
])('%s', (body, because) => {
  expect(() => refuseDecisions(loop(body))).toThrow(because);
});

test.each([
  "await knex('a').insert({ id: p.id, name: p.name });",
  "if (!p.name) continue; await knex('a').insert(p); // p.id < 3",
  "await knex('a').where({ id: p.id }).update({ at: new Date(), by: p.name ?? 'nobody' });",
  "if (rows.length === 0) return; if (!rows[0]) throw new Error('none');",
  "for (const name of ['a', 'b']) await knex('a').insert({ name, by: p.id });",
  "const [first] = await knex<Row>('a').select(); const all: string[] = []; if (first === undefined) return;",
  "const all = new Date(); const f = async (k: Knex): Promise<Record<string, string[]>> => { await k<Row>('a').insert(p); };",
  "await Promise.all(rows.map(({ id }) => knex('a').whereIn('id', [id]).del()));",
])('%s is no decision', (body) => {
  expect(() => refuseDecisions(loop(body))).not.toThrow();
});

test('a table that is read from is no import', () => {
  expect(() => requireSelfContained("knex.select('id').from('people'); Buffer.from('00', 'hex');")).not.toThrow();
  expect(() => requireSelfContained("import { a } from './people';")).toThrow('imports ./people');
});
