/** The columns of those checks become others */
import type { Op } from 'migrator';

export const revision = 'b9c4ec5b';
export const downRevision = 'a9c4ec5b';

export function upgrade(op: Op): void {
  for (const table of ['shelf', 'rack']) {
    for (const column of ['width', 'height']) op.alterColumn(table, column, { nullable: true });
  }
  op.alterColumn('shelf', 'depth', { default: 7 });
}

export function downgrade(op: Op): void {
  for (const table of ['shelf', 'rack']) {
    for (const column of ['width', 'height']) op.alterColumn(table, column, { nullable: false });
  }
  op.alterColumn('shelf', 'depth', { default: null });
}
