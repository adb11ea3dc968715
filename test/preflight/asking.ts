/** A project whose scripts ask for everything that can be asked before they begin, on every database. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DialectName } from '../../src/dialect/names.ts';
import { type Compiled, compileProject } from '../project.ts';

const ups: readonly string[] = [
  `op.createTable('item', (t) => {
     t.integer('id').notNullable().primary();
     t.integer('n');
     t.string("it's", 40);
   });`,
  `op.createTable('thing', (t) => { t.integer('id').notNullable().primary(); });
   op.addColumn('item', (t) => t.integer("it's n"));
   op.addColumn('item', (t) => t.integer('other'));
   op.createUniqueConstraint("it's u", 'item', ["it's n"]);
   op.dropColumn('item', "it's");`,
  `await op.knex('item').where('id', 7).delete();
   await op.knex('item').update({ n: 1 });
   op.dropColumn('item', 'n');
   op.createTable("it's", (t) => { t.integer('id'); });
   if (op.dialect !== 'sqlite') {
     op.grant(['select'], 'item', "it's@localhost");
     op.execute('create role made');
     op.grant(['select'], 'item', 'made');
   }`,
];

const keys: Readonly<Partial<Record<DialectName, string>>> = { sqlite: 'expect = ["free names", "version"]' };
const every =
  'schema = "shop"\ndatabase = "orders"\nexpect = ["free names", "privileges", "roles", "version", "schema"]';

export async function compileAsking(dialect: DialectName, client?: string): Promise<Compiled> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-asking-'));
  try {
    mkdirSync(join(root, 'revisions'));
    const tool = client === undefined ? '' : `client = "${client}"\n`;
    writeFileSync(
      join(root, 'migrator.toml'),
      `[target.here]\ndialect = "${dialect}"\n${tool}${keys[dialect] ?? every}\n`,
    );
    for (const [at, up] of ups.entries()) {
      const parent = at === 0 ? 'null' : `'r${at}'`;
      const text = `export const revision = 'r${at + 1}';\nexport const downRevision = ${parent};\nexport async function upgrade(op) {\n${up}\n}\nexport function downgrade() {}\n`;
      writeFileSync(join(root, 'revisions', `r${at + 1}.ts`), text);
    }
    return await compileProject(root, 'here', 'r1:r3');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
