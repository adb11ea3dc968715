/** A row that leaves a column out holds what a row that brings the same value holds, however the default was said. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindOf } from '../../src/dialect/column-kind.ts';
import { describeEngines } from '../engines/describe-engines.ts';
import type { Engine } from '../engines/engine.ts';
import { compared, shown as plain } from '../engines/inventory.ts';
import { type Compiled, compileProject } from '../project.ts';
import { columnOf, type Kind, type Sample } from './literals/kind.ts';
import { mariadbKinds } from './literals/kinds-mariadb.ts';
import { postgresKinds } from './literals/kinds-postgres.ts';
import { sqliteKinds } from './literals/kinds-sqlite.ts';
import { type Random, randomFrom } from './literals/random.ts';

interface Drawn {
  readonly name: string;
  readonly kind: Kind;
  readonly type: string;
  readonly value: string;
}

function sayable(kind: Kind, random: Random): Sample {
  const sample = kind.make(random);
  return sample.value instanceof Uint8Array && sample.value.includes(0) ? sayable(kind, random) : sample;
}

const kindsOf: Readonly<Partial<Record<Engine['dialect'], readonly Kind[]>>> = {
  postgresql: postgresKinds,
  // A long text and JSON have an expression, which 10.11 keeps in a spelling of its own and does not always read again;
  // of the default of a FLOAT it keeps six digits when the table is altered.
  mariadb: mariadbKinds.filter(({ sqlType }) => !/text|json|^float/.test(sqlType)),
  // knex reads the bytes of a later default as text on the way, and text has no NUL
  sqlite: sqliteKinds.map((kind) => ({ ...kind, make: (random) => sayable(kind, random) })),
};
const versions: Readonly<Partial<Record<Engine['dialect'], string>>> = {
  postgresql: '15',
  mariadb: '10.11',
  sqlite: '3.40',
};
const each = 5;

/** A value as JavaScript. */
function spelled(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Uint8Array) return `Buffer.from('${Buffer.from(value).toString('hex')}', 'hex')`;
  if (Array.isArray(value)) return `[${value.map(spelled).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `[${JSON.stringify(key)}]: ${spelled(item)}`)
    .join(', ')}}`;
}

/** `specificType` says the type as the kind has it, and the kind is told by it. */
function isTold(kind: Kind): boolean {
  const column = columnOf(kind);
  return kindOf(column) === kindOf({ ...column, type: { name: 'specificType', args: [] } });
}

function drawn(kinds: readonly Kind[], random: Random): readonly Drawn[] {
  return kinds.filter(isTold).flatMap((kind, at) =>
    Array.from({ length: each }, (_, n): Drawn => {
      const sign = kind.unsigned && !/unsigned/.test(kind.sqlType) ? ' unsigned' : '';
      return { name: `c${at}_${n}`, kind, type: kind.sqlType + sign, value: spelled(kind.make(random).value) };
    }),
  );
}

const said = (columns: readonly Drawn[], more: (column: Drawn) => string): string =>
  columns
    .map((column) => `t.specificType('${column.name}', ${JSON.stringify(column.type)})${more(column)};`)
    .join('\n');

function revision(columns: readonly Drawn[]): string {
  const byDefault = (column: Drawn): string => `.defaultTo(${column.value})`;
  return `
export const revision = 'r1';
export const downRevision = null;
export async function upgrade(op) {
  op.createTable('given', (t) => { t.integer('id'); ${said(columns, () => '')} });
  op.createTable('created', (t) => { t.integer('id'); ${said(columns, byDefault)} });
  op.createTable('added', (t) => { t.integer('id'); });
  op.addColumn('added', (t) => { ${said(columns, byDefault)} });
  op.createTable('altered', (t) => { t.integer('id'); ${said(columns, () => '')} });
  ${columns.map(({ name, value }) => `op.alterColumn('altered', '${name}', { default: ${value} });`).join('\n')}
  await op.bulkInsert('given', [{ id: 1, ${columns.map(({ name, value }) => `${name}: ${value}`).join(', ')} }]);
  for (const table of ['created', 'added', 'altered']) await op.bulkInsert(table, [{ id: 1 }]);
}
export function downgrade(op) {}
`;
}

async function compiled(dialect: Engine['dialect'], columns: readonly Drawn[]): Promise<Compiled> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-default-'));
  try {
    mkdirSync(join(root, 'revisions'));
    const target = `[target.t]\ndialect = "${dialect}"\nversion = "${versions[dialect]}"\n`;
    writeFileSync(join(root, 'migrator.toml'), target);
    writeFileSync(join(root, 'revisions', 'r1.ts'), revision(columns));
    return await compileProject(root, 't');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function defaultsOf(engine: Engine): void {
  const kinds = kindsOf[engine.dialect];
  const shown = ({ read }: Kind): boolean => engine.client !== 'node-sqlite3-wasm' || !read.includes('ieee754');
  test.skipIf(kinds === undefined)('are kept as rows keep the same values', async () => {
    const columns = drawn(kinds!.filter(shown), randomFrom(20261127));
    const database = await engine.createDatabase();
    const { upgrade, recordings } = await compiled(engine.dialect, columns);
    expect(await database.runText(upgrade, {})).toMatchObject({ status: 0, stderr: '' });
    const { found: catalog, told } = await compared(database, engine.dialect, recordings.at(-1)!.after);
    expect.soft(plain(catalog)).toEqual(plain(told));
    const read = async (table: string): Promise<readonly unknown[]> => {
      const cells: unknown[] = [];
      for (const { name, kind } of columns) {
        const expression = kind.read.replaceAll(/\bvalue\b/g, name);
        const [row] = await database.query(`select ${expression} from ${table}`);
        cells.push(row?.[0]);
      }
      return cells;
    };
    const given = await read('given');
    for (const table of ['created', 'added', 'altered']) {
      const found = await read(table);
      const wrong = columns.flatMap(({ type, value }, at) =>
        found[at] === given[at] ? [] : [{ type, value, given: given[at], found: found[at] }],
      );
      expect(wrong, table).toEqual([]);
    }
  });
}

describeEngines('defaults', defaultsOf);
