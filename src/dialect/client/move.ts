/** The version rows of a step, moved by plain statements. */

import type { Frame, PartOf } from '../client.ts';
import { type BookVoice, type Moved, movesInBook } from './book.ts';
import { listed } from './spelling.ts';
import { versionName } from './words.ts';

export function moves(part: PartOf<'move'>, frame: Frame, voice: BookVoice): readonly Moved[] {
  const table = voice.quote(versionName(frame));
  const { said: literal } = voice;
  if (frame.book !== undefined) return movesInBook(part, frame.book, table, voice);
  const { remove, add } = part;
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
