/** The version rows of a step, moved by plain statements. */

import type { PartOf } from '../client.ts';
import { listed } from './spelling.ts';

type Move = Pick<PartOf<'move'>, 'remove' | 'add'>;

/** One statement and the number of rows that it must touch. */
export interface Moved {
  readonly sql: string;
  readonly rows: number;
}

export function moves({ remove, add }: Move, table: string, literal: (text: string) => string): readonly Moved[] {
  const [from] = remove;
  const [to] = add;
  if (remove.length === 1 && add.length === 1 && from !== undefined && to !== undefined) {
    const sql = `UPDATE ${table} SET version_num = ${literal(to)} WHERE version_num = ${literal(from)};\n`;
    return [{ sql, rows: 1 }];
  }
  const gone = `DELETE FROM ${table} WHERE version_num IN (${listed(remove.map(literal))});\n`;
  return [
    ...(remove.length > 0 ? [{ sql: gone, rows: remove.length }] : []),
    ...add.map((id) => ({ sql: `INSERT INTO ${table} (version_num) VALUES (${literal(id)});\n`, rows: 1 })),
  ];
}

export function rowsOf(moved: readonly Moved[]): number {
  return moved.reduce((sum, { rows }) => sum + rows, 0);
}
