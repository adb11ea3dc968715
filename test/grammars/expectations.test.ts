/** Scripts that ask before they begin, read by the clients' models and by the grammars of databases that cannot all be had. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DialectName } from '../../src/dialect/names.ts';
import type { Fault } from '../clients/fault.ts';
import { compileProject } from '../project.ts';
import { parsePostgres } from './postgres.ts';
import { parseScript } from './script.ts';

const readers: Readonly<Partial<Record<DialectName, (script: string) => Fault[] | Promise<Fault[]>>>> = {
  postgresql: parsePostgres,
  cockroachdb: parsePostgres,
  redshift: parsePostgres,
  mssql: (script) => parseScript('sqlcmd', script),
  oracle: (script) => parseScript('sqlplus', script),
};

const revision = (id: string, below: string | null, up: string): string =>
  `export const revision = '${id}';\nexport const downRevision = ${below};\nexport async function upgrade(op) {${up}}\nexport function downgrade() {}\n`;

const setup = `op.createTable('item', (t) => { t.integer('id').notNullable().primary(); t.string('it\\'s', 40); });`;
const work = `
  op.createTable("it's", (t) => { t.integer('id').notNullable().primary(); });
  op.addColumn('item', (t) => t.integer('n'));
  await op.knex('item').update({ n: 1 });
`;

test.each(Object.entries(readers))('for %s', async (dialect, read) => {
  const root = mkdtempSync(join(tmpdir(), 'migrator-expect-'));
  try {
    mkdirSync(join(root, 'revisions'));
    writeFileSync(join(root, 'revisions', '1.ts'), revision('r1', null, setup));
    writeFileSync(join(root, 'revisions', '2.ts'), revision('r2', "'r1'", work));
    const keys = `schema = "shop"\ndatabase = "orders"\nexpect = ["free names", "privileges", "version", "schema"]`;
    writeFileSync(join(root, 'migrator.toml'), `[target.here]\ndialect = "${dialect}"\n${keys}\n`);
    const { upgrade } = await compileProject(root, 'here', 'r1:r2');
    expect(await read(upgrade)).toEqual([]);
    for (const words of ['expects the database orders', 'or later, but the server is', ' shop, but there is none']) {
      expect(upgrade).toContain(words);
    }
    expect(upgrade).toMatch(/makes table [\s\S]*but that name is taken already/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
