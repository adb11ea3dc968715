/** Makes a catalog out of the rows that an engine's own queries returned. */
import type { Catalog, Look, Query } from './engine.ts';

/** One question to the engine whose rows are pairs of key and definition, both text. */
export type Question = string;

export async function readCatalog(
  query: Query,
  questions: readonly Question[],
  tables: Question,
  look: Look,
): Promise<Catalog> {
  const found: [string, string][] = [];
  for (const [key, definition] of await query(questions.map(embed).join(' UNION ALL '))) {
    found.push([key ?? '', definition ?? 'NULL']);
  }
  if (look.rows) found.push(...(await readRows(query, tables)));
  const kept = found.filter(([key]) => !look.except?.some((pattern) => pattern.test(key)));
  return numberEqualKeys(kept.sort((a, b) => byCodePoint(a.join('\n'), b.join('\n'))));
}

/** Two foreign keys on one SQLite column have no names to tell them apart. */
function numberEqualKeys(entries: readonly [string, string][]): Catalog {
  const catalog: Record<string, string> = {};
  for (const [key, definition] of entries) {
    let free = key;
    for (let at = 2; free in catalog; at++) free = `${key} (${at})`;
    catalog[free] = definition;
  }
  return catalog;
}

/** All questions in one call: starting a client takes longer than any of them. */
function embed(question: Question, at: number): string {
  return `SELECT * FROM (${question}) AS q${at}`;
}

export function sortRows<Row extends readonly (string | null)[]>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => byCodePoint(JSON.stringify(a), JSON.stringify(b)));
}

/** `tables` returns pairs: the table's key and its name quoted for the engine. */
async function readRows(query: Query, tables: Question): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const [key, quoted] of await query(tables)) {
    const rows = sortRows(await query(`SELECT * FROM ${quoted}`));
    rows.forEach((row, at) => {
      found.push([`row ${key} ${String(at + 1).padStart(4, '0')}`, JSON.stringify(row)]);
    });
  }
  return found;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
