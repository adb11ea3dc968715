/** A project of histories compiled and applied by a real client, half way and whole, there and back. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import { runAccepting } from '../../engines/accept-loss.ts';
import type { Database, Engine } from '../../engines/engine.ts';
import { compared, shown } from '../../engines/inventory.ts';
import { type Compiled, compileProject } from '../../project.ts';
import type { History } from './history.ts';
import { expectedCells, foundCells } from './rows.ts';
import { emptyWorld, type Tested, type World } from './world.ts';

const versions: Partial<Record<Tested, string>> = { mysql: '5.6' };

export function write(
  histories: readonly History[],
  { dialect, version }: Pick<Engine, 'dialect' | 'version'>,
): string {
  const root = mkdtempSync(join(tmpdir(), 'migrator-round-trip-'));
  const said = versions[dialect] ?? version;
  writeFileSync(join(root, 'migrator.toml'), `[target.${dialect}]\ndialect = "${dialect}"\nversion = "${said}"\n`);
  mkdirSync(join(root, 'revisions'));
  for (const { id, text } of histories.flat()) writeFileSync(join(root, 'revisions', `${id}_random.ts`), text);
  return root;
}

async function apply(database: Database, script: string, manner: string): Promise<void> {
  const { status, stdout, stderr } = await database.runText(script);
  if (status !== 0) throw new Error(`${manner}: ${stdout.slice(-2000)}${stderr}`);
}

/** Its rows go, and they may. */
async function takeBack(engine: Engine, database: Database, script: string, manner: string): Promise<void> {
  const { status, stdout, stderr } = await runAccepting(engine, database, script);
  if (status !== 0) throw new Error(`${manner}: ${stdout.slice(-2000)}${stderr}`);
}

/** Columns stand in the order in which they came, and one that comes back stands last. */
function unordered(schema: Schema): unknown {
  const { tables, ...others } = shown(schema) as {
    readonly tables: Record<string, { readonly columns: readonly { readonly name: string }[] }>;
  };
  const sorted = Object.entries(tables).map(([name, table]) => [
    name,
    { ...table, columns: [...table.columns].sort((a, b) => (a.name < b.name ? -1 : 1)) },
  ]);
  return { ...others, tables: Object.fromEntries(sorted) };
}

/** What the catalog says must be what replay says; on servers that inventories do not read, what it said at the same place before. */
function catalogWatch(database: Database, { dialect }: Engine): (place: string, replayed: Schema) => Promise<void> {
  const seen = new Map<string, unknown>();
  return async (place, replayed) => {
    expect(replayed.unread).toEqual([]);
    if (dialect === 'mysql') {
      const catalog = await database.catalog({ except: [/migrator_version/, /^(?:create|counter|order) /] });
      expect(catalog).toEqual(seen.get(place) ?? catalog);
      seen.set(place, catalog);
      return;
    }
    const { found, told } = await compared(database, dialect, replayed);
    expect(unordered(found)).toEqual(unordered(told));
  };
}

/** Every cell that `worlds` have, but for columns and tables that were dropped on the way to `beyond` and came back. */
async function expectRows(
  database: Database,
  dialect: Tested,
  worlds: readonly World[],
  beyond: readonly World[],
): Promise<void> {
  const found = await foundCells(database, dialect, worlds);
  for (const [at, world] of worlds.entries()) {
    const there = new Set(
      beyond[at]!.tables.flatMap(({ id, columns }) => columns.map((column) => `${id}.${column.id}`)),
    );
    const stays = (cell: string): boolean => there.has(cell.replace(/\.-?\d+\./, '.'));
    const only = (cells: Iterable<[string, string]>) => Object.fromEntries([...cells].filter(([cell]) => stays(cell)));
    expect(only(found[at]!)).toEqual(only(expectedCells(world)));
  }
}

const lastOf = (histories: readonly History[]): readonly World[] =>
  histories.map((history) => history.at(-1)?.after ?? emptyWorld);
const after = ({ recordings }: Compiled): Schema => recordings.at(-1)?.after ?? emptySchema;

export async function travel(engine: Engine, root: string, histories: readonly History[]): Promise<void> {
  const { dialect } = engine;
  const half = histories.map((history) => history.slice(0, Math.ceil(history.length / 2)));
  const middle = half.flatMap((history) => history.at(-1)?.id ?? []).sort();
  const end = histories.flatMap((history) => history.at(-1)?.id ?? []).sort();
  const first = await compileProject(root, dialect, `:${middle.join(',')}`);
  const second =
    middle.join() === end.join()
      ? undefined
      : await compileProject(root, dialect, `${middle.join(',')}:${end.join(',')}`);
  const database = await engine.createDatabase();
  const expectCatalog = catalogWatch(database, engine);

  await expectCatalog('base', emptySchema);
  await apply(database, first.upgrade, 'base to middle');
  await expectCatalog('middle', after(first));
  await expectRows(database, dialect, lastOf(half), lastOf(half));
  if (second !== undefined) {
    for (const manner of ['middle to end', 'middle to end, again']) {
      await apply(database, second.upgrade, manner);
      await expectCatalog('end', after(second));
      await expectRows(database, dialect, lastOf(histories), lastOf(histories));
      await takeBack(engine, database, second.downgrade, `${manner}, and back`);
      await expectCatalog('middle', after(first));
      await expectRows(database, dialect, lastOf(half), lastOf(histories));
    }
  }
  await takeBack(engine, database, first.downgrade, 'middle to base');
  await expectCatalog('base', emptySchema);
}
