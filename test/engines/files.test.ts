/** Files in ASCII, with CRLF and with a byte order mark: the database is the same as from the plain file. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stage } from '../cli/transcript.ts';
import { describeEngines, withOnePostgres } from './describe-engines.ts';
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

async function applied(engine: Engine, up: Buffer, env = {}): Promise<readonly [Database, Catalog]> {
  const database = await engine.createDatabase();
  const ran = await database.runText(up as unknown as string, { env });
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
      const back = await database.runText(ascii.down as unknown as string, { env: old });
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
  withOnePostgres,
);
