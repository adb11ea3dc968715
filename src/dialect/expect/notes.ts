/** What a script writes for itself, and the rights that this takes. */

import type { Right } from '../../operation/rights-used.ts';
import type { Name } from '../../schema/name.ts';
import type { Book } from '../client.ts';
import type { Ground } from './expectation.ts';

/** From some heads to others. */
interface Move {
  readonly direction: 'up' | 'down';
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The table that stands beside the version table for this. */
export const beside = (versionTable: Name, word: string): Name => ({
  ...versionTable,
  name: `${versionTable.name}_${word}`,
});

/** One head in place of one other is an update of its row; knex's table has a row for each migration. */
function moving({ direction, before, after }: Move, book: Book | undefined): readonly Right[] {
  if (book !== undefined) return [direction === 'down' ? 'delete' : 'insert'];
  const gone = before.filter((head) => !after.includes(head)).length;
  const come = after.filter((head) => !before.includes(head)).length;
  if (gone === 1 && come === 1) return [];
  return [...(gone > 0 ? (['delete'] as const) : []), ...(come > 0 ? (['insert'] as const) : [])];
}

/** Version rows move under a lock for which PostgreSQL asks the right to change them: https://www.postgresql.org/docs/current/sql-lock.html */
function movingRights(moves: readonly Move[], book: Book | undefined): readonly Right[] {
  return [...new Set<Right>(['update', ...moves.flatMap((move) => moving(move, book))])];
}

export function notesOf(
  { versionTable, log }: { readonly versionTable: Name; readonly log: boolean },
  moves: readonly Move[],
  book: Book | undefined,
): Ground['notes'] {
  return [
    { table: versionTable, rights: movingRights(moves, book) },
    ...(book === undefined ? [] : [{ table: book.lock, rights: ['update'] as const }]),
    { table: beside(versionTable, 'ledger'), rights: ['insert', 'update', 'delete'] },
    ...(log ? [{ table: beside(versionTable, 'log'), rights: ['insert'] as const }] : []),
  ];
}
