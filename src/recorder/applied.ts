/** What a script finds when it begins: whoever uses the database may have changed its rows since they were inserted. */

import { showName } from '../schema/name.ts';
import type { Change } from './recording.ts';
import type { Writes } from './writes.ts';

export interface Applied {
  /** Something was applied before the script begins. */
  begins(): void;
  /** What the script itself does. */
  note(changes: readonly Change[]): void;
  /** Whether rows of the tables may have been there before the script begins. */
  mayHold(tables: readonly string[], changes: readonly Change[]): boolean;
}

export function createApplied(writes: Pick<Writes, 'plain'>): Applied {
  let any = false;
  const made = new Set<string>();
  const noteIn = (tables: Set<string>, changes: readonly Change[]): void => {
    for (const operation of changes.flatMap(({ operations }) => operations)) {
      if (operation.kind === 'createTable' && !operation.ifNotExists) tables.add(showName(operation.table.name));
      if (operation.kind === 'renameTable') tables.delete(showName({ ...operation.table, name: operation.to }));
    }
  };
  return {
    begins() {
      any = true;
    },
    note: (changes) => noteIn(made, changes),
    mayHold(tables, changes) {
      if (!any) return false;
      const own = new Set(made);
      noteIn(own, changes);
      return tables.length === 0 || !tables.every((table) => own.has(table) && writes.plain(table));
    },
  };
}
