/** The embedded engines run our scripts as the client tools would, and a rehearsal finds what a script does wrong. */

import { describe, expect, test } from 'vitest';
import type { Passage } from '../../src/rehearsal/engine.ts';
import { openPglite } from '../../src/rehearsal/pglite.ts';
import { rehearse, type Scripts } from '../../src/rehearsal/rehearse.ts';
import { openSqlite } from '../../src/rehearsal/sqlite.ts';
import { compileProject, repository } from '../project.ts';

const engines = [
  ['sqlite', openSqlite],
  ['postgresql', openPglite],
] as const;

type Whole = Scripts & { readonly down: readonly Passage[] };

async function scriptsFor(target: string): Promise<Whole> {
  const { upgrade, downgrade, heads } = await compileProject(repository, target);
  return {
    counted: [],
    before: [],
    up: [{ text: upgrade }],
    down: [{ text: downgrade }],
    from: [],
    to: heads,
    table: 'migrator_version',
    column: 'version_num',
    ownTables: ['migrator_version', 'migrator_version_ledger', 'migrator_version_log'],
  };
}

const replaced = (script: readonly Passage[], what: string | RegExp, other: string): readonly Passage[] =>
  script.map((one) => ({ ...one, text: one.text.replace(what, other) }));

const of = (revision: string, script: readonly Passage[]): readonly Passage[] =>
  script.map((one) => ({ ...one, revision }));

describe.each(engines)('%s', (target, open) => {
  test('the example stands the rehearsal', async () => {
    const engine = await open();
    try {
      expect((await rehearse(engine, await scriptsFor(target))).did).toHaveLength(4);
    } finally {
      await engine.close();
    }
  });

  const damages: readonly (readonly [string, (scripts: Whole) => Scripts, RegExp])[] = [
    [
      'a statement that fails',
      (all) => ({ ...all, up: of('aa', replaced(all.up, '\ncreate table', '\ncreat table')) }),
      /upgrade\.sql stopped in revision aa: /,
    ],
    [
      'a downgrade that forgets a table',
      (all) => ({ ...all, down: replaced(all.down, /drop table .account.;/i, '') }),
      /left over: .*account/,
    ],
    ['heads that are not reached', (all) => ({ ...all, to: ['ffff'] }), /version table is wrong/],
  ];
  test.each(damages)('%s is found', async (_, damage, message) => {
    const engine = await open();
    try {
      await expect(rehearse(engine, damage(await scriptsFor(target)))).rejects.toThrow(message);
    } finally {
      await engine.close();
    }
  });
});
