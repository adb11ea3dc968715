/** The version rows of a step, moved by plain statements. */

import type { Frame, PartOf } from '../client.ts';
import { type BookVoice, type Moved, movesInBook } from './book.ts';
import { listed } from './spelling.ts';
import { versionName } from './words.ts';

/** `only`: a table and a condition that one of its rows fulfils where they may move. */
export function moves(part: PartOf<'move'>, frame: Frame, voice: BookVoice, only?: string): readonly Moved[] {
  const table = voice.quote(versionName(frame));
  const { said: literal } = voice;
  if (frame.book !== undefined) return movesInBook(part, frame.book, table, voice, only);
  const { remove, add } = part;
  const [from] = remove;
  const [to] = add;
  const there = only === undefined ? '' : `\n    AND EXISTS (SELECT 1 FROM ${only})`;
  const source = (id: string) =>
    only === undefined ? ` VALUES (${literal(id)})` : `\n    SELECT ${literal(id)} FROM ${only}`;
  if (remove.length === 1 && add.length === 1 && from !== undefined && to !== undefined) {
    const sql = `UPDATE ${table} SET version_num = ${literal(to)} WHERE version_num = ${literal(from)}${there};\n`;
    return [{ sql, rows: 1 }];
  }
  const gone = `DELETE FROM ${table} WHERE version_num IN (${listed(remove.map(literal))})${there};\n`;
  return [
    ...(remove.length > 0 ? [{ sql: gone, rows: remove.length }] : []),
    ...add.map((id) => ({ sql: `INSERT INTO ${table} (version_num)${source(id)};\n`, rows: 1 })),
  ];
}

export function rowsOf(moved: readonly Moved[]): number {
  return moved.reduce((sum, { rows }) => sum + rows, 0);
}
