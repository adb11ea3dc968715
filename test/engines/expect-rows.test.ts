/** Statements that say how many rows they touch: another number undoes the transaction, whatever the client does after errors. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProject } from '../project.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import type { Engine, Manner } from './engine.ts';

const revision = (id: string, below: string | null, up: string): string => `/** ${id} */
export const revision = '${id}';
export const downRevision = ${below === null ? null : `'${below}'`};
export function downgrade() {}
export async function upgrade(op) {${up}
}
`;

const setup = `
  op.createTable('item', (t) => { t.integer('id').notNullable().primary(); t.integer('n').notNullable(); });
  op.execute('insert into item (id, n) values (1, 0), (2, 0), (3, 0), (4, 1), (5, 1)', { expectRows: 5 });
`;

const later = `op.execute("insert into item (id, n) values (8, 8)", { expectRows: 1 });`;

/** Revision ee02 is judged; ee03 must not run after it when it failed. */
async function scriptsOf({ dialect, version }: Engine, up: string): Promise<readonly [base: string, rest: string]> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-rows-'));
  try {
    mkdirSync(join(root, 'revisions'));
    writeFileSync(join(root, 'migrator.toml'), `[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n`);
    writeFileSync(join(root, 'revisions', '1.ts'), revision('ee01', null, setup));
    writeFileSync(join(root, 'revisions', '2.ts'), revision('ee02', 'ee01', up));
    writeFileSync(join(root, 'revisions', '3.ts'), revision('ee03', 'ee02', later));
    const base = await compileProject(root, 'here', ':ee01');
    const rest = await compileProject(root, 'here', 'ee01:ee03');
    return [base.upgrade, rest.upgrade];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const before = `op.execute("insert into item (id, n) values (6, 6)");`;
const after = `op.execute("insert into item (id, n) values (7, 7)");`;
const update = (expectRows: string, where = 'id <= 3') =>
  `${before} op.execute("update item set n = n + 10 where ${where}", { expectRows: ${expectRows} }); ${after}`;

const right: readonly (readonly [string, string])[] = [
  ['an update', update('3')],
  ['an update within a range', update('{ min: 2, max: 3 }')],
  ['an update with no upper end', update('{ min: 3 }')],
  ['an update of nothing', update('0', 'id = 99')],
  ['a delete', `op.execute("delete from item where n = 1 /* a; b */ -- c", { expectRows: 2 });`],
  [
    'rows that a select finds',
    `op.execute('insert into item (id, n) select id + 10, n from item', { expectRows: 5 });`,
  ],
];

const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['too many', update('2'), /migration undone: revision ee02 expected 2 rows and this statement touched 3/],
  ['too few', update('4'), /expected 4 rows and this statement touched 3/],
  ['none', update('{ min: 1 }', 'id = 99'), /expected at least 1 row and this statement touched 0/],
  ['out of a range', update('{ min: 4, max: 5 }'), /expected 4 to 5 rows and this statement touched 3/],
  ['above a range', update('{ max: 2 }'), /expected at most 2 rows and this statement touched 3/],
  [
    'an update by knex',
    `${before} await op.knex('item').where({ n: 0 }).update({ n: 5 }).expectRows(2);`,
    /expected 2 rows and this statement touched 3/,
  ],
  ['a delete', `${before} op.execute('delete from item where n = 1', { expectRows: 1 });`, /1 row .* touched 2/],
];

interface Way {
  readonly name: string;
  readonly manner: Manner;
  readonly change: (script: string) => string;
}

/** As documented, and by clients that go on after errors, whatever the file says. */
const ways: readonly Way[] = [
  { name: 'the documented way', manner: {}, change: (script) => script },
  {
    name: 'going on after errors',
    manner: { strict: false },
    change: (script) => script.replace('\\set ON_ERROR_STOP on\n', '').replace('.bail on\n', ''),
  },
];

describeEngines(
  'expected rows',
  (engine) => {
    test.each(right)('%s: applied when the number is right', async (_, up) => {
      const [base, rest] = await scriptsOf(engine, up);
      const database = await engine.createDatabase();
      expect(await database.runText(base)).toMatchObject({ status: 0, stderr: '' });
      expect(await database.runText(rest)).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('migrator_version')).toEqual([['ee03']]);
      expect((await database.rows('item')).map(([id]) => id)).toContain('8');
    });

    for (const { name, manner, change } of ways) {
      test.each(wrong)(`${name}: %s undoes the revision and says both numbers`, async (_, up, words) => {
        const [base, rest] = await scriptsOf(engine, up);
        const database = await engine.createDatabase();
        expect(await database.runText(base)).toMatchObject({ status: 0, stderr: '' });
        const look = { rows: true, except: [/^create /] };
        const stood = await database.catalog(look);
        const ran = await database.runText(change(rest), manner);
        expect(ran.stdout + ran.stderr).toMatch(words);
        expect(ran.stdout).not.toMatch(/: committed$|^done:/m);
        if (manner.strict !== false) expect(ran.status).not.toBe(0);
        expect(await database.catalog(look)).toEqual(stood);
      });
    }
  },
  oneOfEachFamily,
);
