/** Files in ASCII, with CRLF and with a byte order mark: the database is the same as from the plain file. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stage } from '../cli/transcript.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import type { Catalog, Database, Engine } from './engine.ts';

/** A name that the engine may have: SQLite has no spelling of others in ASCII, and MySQL none beyond U+FFFF. */
const nameOf = ({ dialect }: Engine): string => (dialect === 'sqlite' ? 'cafe' : 'Größe_漢');

const revision = (name: string, dialect: Engine['dialect']): string => `/** Añadir 漢 😀 */
export const revision = 'a1';
export const downRevision = null;
export function upgrade(op) {
  op.createTable('${name}', (t) => {
    t.integer('id').notNullable().primary();
    t.string('text_${name}', 60).notNullable().defaultTo('wie é\\\\ß')${dialect === 'sqlite' ? '' : ".comment('weiß é “q”')"};
    ${dialect === 'sqlite' ? '' : `t.enu('kind', ['süß', '漢', "l'été"]);`}
  });
  op.bulkInsert('${name}', [
    { id: 1, text_${name}: "it's é 漢 😀 \\\\ über" },
    { id: 2, text_${name}: 'a\\r\\né' },
    { id: 3, text_${name}: 'plain' },
  ]);
  op.addColumn('${name}', (t) => t.string('more', 60).notNullable().defaultTo('später'));
  op.execute("update ${quoted(name, dialect)} set more = 'Straße 😀' where more = 'später' and id = 3", { expectRows: 1 });
}
export function downgrade(op) {
  op.execute("delete from ${quoted(name, dialect)} where more <> 'später' or id < 9");
  op.dropTable('${name}');
}
`;

function quoted(name: string, dialect: Engine['dialect']): string {
  return dialect === 'mariadb' || dialect === 'mysql' ? `\`${name}\`` : `\\"${name}\\"`;
}

const look = { rows: true, except: [/migrator_version/, /^create /] };

interface Files {
  readonly up: Buffer;
  readonly down: Buffer;
  readonly step: Buffer;
}

async function filesOf(engine: Engine, more: string): Promise<Files> {
  const { dialect, version } = engine;
  const project = stage({
    'migrator.toml': `[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n${more}`,
    'revisions/1.ts': revision(nameOf(engine), dialect),
  });
  expect(await project.run(['bundle', '--name', 'it'])).toMatchObject({ code: 0, stderr: '' });
  const read = (file: string) => readFileSync(join(project.root, 'out/here/it', file));
  const step = Object.keys(project.files()).find((file) => file.includes('/steps/'))!;
  const up = read('upgrade.sql');
  const sum = createHash('sha256').update(up).digest('hex');
  expect(read('SHA256SUMS').toString()).toContain(`${sum}  upgrade.sql\n`);
  for (const file of ['README.md', 'manifest.json']) expect(read(file).toString()).not.toMatch(/^\ufeff|\r/);
  return { up, down: read('downgrade.sql'), step: readFileSync(join(project.root, step)) };
}

const idOf = (file: Buffer): string | undefined => /^-- Script: (\w{64})$/m.exec(file.toString())?.[1];

const old = { LC_ALL: 'C', LANG: 'C' };

const run = (database: Database, file: Buffer, env = {}) => database.runText(file, { env });

async function applied(engine: Engine, up: Buffer, env = {}): Promise<readonly [Database, Catalog]> {
  const database = await engine.createDatabase();
  const ran = await run(database, up, env);
  expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
  return [database, await database.catalog(look)];
}

/** The text of a default is the engine's to keep on SQLite; the rows show what it means. */
function comparable(engine: Engine, catalog: Catalog): Catalog {
  if (engine.dialect !== 'sqlite') return catalog;
  return Object.fromEntries(Object.entries(catalog).map(([key, line]) => [key, line.replace(/"?default"?.*/i, '')]));
}

const isBomRead = (engine: Engine): boolean => engine.dialect !== 'sqlite';

describeEngines(
  'files',
  (engine) => {
    test('in ASCII, with CRLF and with a byte order mark the database is the same', async () => {
      const plain = await filesOf(engine, '');
      const [, wanted] = await applied(engine, plain.up);
      expect(JSON.stringify(wanted)).toContain('Straße 😀');

      const ascii = await filesOf(engine, 'encoding = "ascii"\n');
      for (const file of [ascii.up, ascii.down, ascii.step]) expect(file.every((byte) => byte < 128)).toBe(true);
      expect(idOf(ascii.up)).toBe(idOf(plain.up));
      expect(ascii.up.toString()).toContain('A\\u{f1}adir \\u{6f22} \\u{1f600}');
      const [database, found] = await applied(engine, ascii.up, { ...old, PGCLIENTENCODING: 'LATIN1' });
      expect(comparable(engine, found)).toEqual(comparable(engine, wanted));
      const back = await run(database, ascii.down, old);
      expect(back, back.stdout + back.stderr).toMatchObject({ status: 0 });
      expect(Object.keys(await database.catalog(look)).join()).not.toContain(nameOf(engine));

      const crlf = await filesOf(engine, 'line_ends = "crlf"\n');
      for (const file of ['up', 'down', 'step'] as const)
        expect(crlf[file].toString()).toBe(plain[file].toString().replaceAll('\n', '\r\n'));
      const [, second] = await applied(engine, crlf.up);
      expect(second).toEqual(wanted);

      if (!isBomRead(engine)) return;
      const marked = await filesOf(engine, 'bom = true\n');
      for (const file of ['up', 'down', 'step'] as const)
        expect(marked[file]).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain[file]]));
      const [, third] = await applied(engine, marked.up);
      expect(third).toEqual(wanted);
    });
  },
  oneOfEachFamily,
);

describeEngines(
  'a file in ASCII',
  (engine) => {
    test('names its own tables and its schema, and refuses in words', async () => {
      const more = 'encoding = "ascii"\nschema = "Größe"\nversion_table = "versión"\n';
      const { up, down } = await filesOf(engine, more);
      const database = await engine.createDatabase();
      await database.query('create schema "Größe"');
      const [first, again] = [await run(database, up), await run(database, up)];
      expect(first, first.stderr).toMatchObject({ status: 0, stderr: '' });
      expect(again.stdout).toContain('already applied');
      expect(await database.rows('"Größe"."versión"')).toEqual([['a1']]);
      const back = await run(database, down);
      expect(back, back.stderr).toMatchObject({ status: 0, stderr: '' });
      await database.query(`insert into "Größe"."versión" values ('é')`);
      const refused = await run(database, up);
      expect(refused.status).not.toBe(0);
      expect(refused.stderr).toContain('needs the database at base, but it is at é');
    });

    test('keeps a body to the character', async () => {
      const body = "begin\n  -- straße\n  return 'it''s é \\n ' || $x$ü$x$;\nend";
      const sql = `create function f() returns text language plpgsql as $f$${body}$f$`;
      const text = `/** it */\nexport const revision = 'a1';\nexport const downRevision = null;\nexport function upgrade(op) {\n  op.execute(${JSON.stringify(sql)});\n}\n`;
      const project = stage({
        'migrator.toml': '[target.here]\ndialect = "postgresql"\nencoding = "ascii"\n',
        'revisions/1.ts': text,
      });
      const { stdout } = await project.run(['upgrade', 'head', '--sql']);
      expect(stdout).toMatch(/^\p{ASCII}+$/u);
      const database = await engine.createDatabase();
      expect(await run(database, Buffer.from(stdout))).toMatchObject({ status: 0, stderr: '' });
      expect(await database.query("select prosrc from pg_proc where proname = 'f'")).toEqual([[body]]);
    });
  },
  ['postgresql'],
);
