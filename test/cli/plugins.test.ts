/** Operations that plugins bring along, and rows from CSV files, through the command line. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stage } from './transcript.ts';

function revision(body: string): string {
  return `/** one */
export const revision = 'a1aaaa';
export const downRevision = null;
export async function upgrade(op) { ${body} }
export function downgrade(op) {}
`;
}

const script = ['upgrade', '--sql', '--target', 'main'];

function project(plugin: string, body: string) {
  return {
    'migrator.toml': '[migrator]\nplugins = "plugins/own.ts"\n[target.main]\ndialect = "postgresql"\n',
    'plugins/own.ts': plugin,
    'revisions/a1.ts': revision(body),
  };
}

const audited = `
import type { Op, PluginContext, PluginOperation } from 'migrator';
const createAudited: PluginOperation<[name: string]> = {
  describe: (name) => \`create audited table \${name}\`,
  does: (_, name) => [
    (op: Op) => op.createTable(name, (t) => { t.integer('id').notNullable(); t.string('who', 30); }),
    (op: Op) => op.createIndex(\`\${name}_who\`, name, ['who']),
  ],
};
const watch: PluginOperation<[name: string]> = {
  describe: (name) => \`watch \${name}\`,
  sql: (context: PluginContext, name) => [\`select watch(\${context.literal(name)})\`, \`analyze \${context.quote(name)}\`],
};
export const operations = { createAudited, watch };
`;

describe('a plugin', () => {
  test('writes what it does as the dialect spells it, and later directives know it', async () => {
    const { run } = stage(project(audited, "op.createAudited('log'); op.dropColumn('log', 'who'); op.watch('log');"));
    const { stdout, stderr, code } = await run(script);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('create table "log"');
    expect(stdout).toContain('create index "log_who" on "log" ("who")');
    expect(stdout).toContain("select watch('log');");
    expect(stdout).toContain('analyze "log";');
    expect(stdout).toContain('(revisions/a1.ts:4)');
  });

  test.each([
    ['exports nothing', 'export const other = 1;', 'exports no object `operations`'],
    [
      'says nothing',
      "export const operations = { a: { describe: () => 'a' } };",
      'says neither with `does` nor with `sql`',
    ],
    ['has no sentence', 'export const operations = { a: { sql: () => [] } };', 'has no function `describe` for a'],
    [
      'takes a name of op',
      "export const operations = { dropTable: { describe: () => 'a', sql: () => [] } };",
      'registers dropTable, which op has already',
    ],
  ])('that %s is refused', async (_, plugin, sentence) => {
    const { run } = stage(project(plugin, ''));
    const { stderr, code, stdout } = await run(script);
    expect(stderr).toContain('error[bad-plugin]');
    expect(stderr).toContain(sentence);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('makes a bundle anew when it changes', async () => {
    const { run, root } = stage(project(audited, "op.watch('log');"));
    await run(['bundle']);
    writeFileSync(join(root, 'plugins/own.ts'), audited.replace('analyze', 'vacuum'));
    const { stdout } = await run(['bundle']);
    expect(stdout).not.toContain('unchanged');
  });
});

describe('a CSV file', () => {
  const create = "op.createTable('t', (t) => { t.integer('id'); t.string('name', 20); t.boolean('on'); });";
  const files = (csv: string) => ({
    'migrator.toml': '[target.main]\ndialect = "postgresql"\n',
    'revisions/a1.ts': revision(`${create} await op.bulkInsert('t', { csv: 'rows.csv' });`),
    'rows.csv': csv,
  });

  test('gives rows that are typed by their columns; what is empty is NULL unless it is quoted', async () => {
    const { run } = stage(files('\ufeffid,name,on\r\n1,"a ""b"", c",true\r\n2,,0\r\n3,"",\r\n'));
    const { stdout } = await run(script);
    expect(stdout).toContain(`  (1, 'a "b", c', true),\n  (2, NULL, false),\n  (3, '', NULL);`);
  });

  test.each([
    ['is not there', undefined, 'cannot-read', 'rows.csv'],
    ['has a row too short', 'id,name,on\n1,a\n', 'bad-csv', 'rows.csv:2'],
    ['calls two columns the same', 'id,name,id\n1,a,2\n', 'bad-csv', 'rows.csv'],
    ['has a quote left open', 'id,name,on\n1,"a,true\n', 'bad-csv', 'rows.csv'],
    ['has a column too many', 'id,name,on,off\n1,a,true,1\n', 'impossible', 'off'],
    ['has a value of another type', 'id,name,on\n1,a,maybe\n', 'unrepresentable', 'row 1, column on'],
  ])('that %s is refused', async (_, csv, code, says) => {
    const { 'rows.csv': __, ...rest } = files('');
    const { run } = stage(csv === undefined ? rest : files(csv));
    const done = await run(script);
    expect(done.stderr).toContain(`error[${code}]`);
    expect(done.stderr).toContain(says);
    expect([done.code, done.stdout]).toEqual([2, '']);
  });

  test.each([
    ['', 3],
    ['x'.repeat(70_000), 3],
  ])('that is not UTF-8 is refused with its line', async (long, line) => {
    const { run, root } = stage(files(''));
    const text = `id,name,on\n1,${long.slice(0, 15)},true\n2,Zo\u00eb,true\n3,b,true\n${'\n'.repeat(long.length)}`;
    writeFileSync(join(root, 'rows.csv'), Buffer.from(text, 'latin1'));
    const { stderr, code } = await run(script);
    expect(stderr).toContain(`rows.csv:${line}`);
    expect(stderr).toContain('error[bad-csv]: rows.csv is not UTF-8');
    expect(code).toBe(2);
  });

  test.each([3, 40_000])('that is not UTF-8 is refused with its line: %i', async (line) => {
    const { run, root } = stage(files(''));
    const text = `id,name,on\n${'1,a,true\n'.repeat(line - 2)}2,Zo\u00eb,true\n3,b,true\n`;
    writeFileSync(join(root, 'rows.csv'), Buffer.from(text, 'latin1'));
    const { stderr, code } = await run(script);
    expect(stderr).toContain(`rows.csv:${line}`);
    expect(stderr).toContain('error[bad-csv]: rows.csv is not UTF-8');
    expect(code).toBe(2);
  });

  test('makes a bundle anew when it changes', async () => {
    const { run, root, files: read } = stage(files('id,name,on\n1,a,true\n'));
    await run(['bundle']);
    writeFileSync(join(root, 'rows.csv'), 'id,name,on\n1,b,true\n');
    await run(['bundle']);
    expect(read()['out/main/base_to_a1aaaa/upgrade.sql']).toContain("(1, 'b', true)");
  });
});
