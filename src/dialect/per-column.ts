/** What follows from a column alone is worked out once, however many rows bring it values. */

import type { Column } from '../schema/column.ts';

export function perColumn<T>(of: (column: Column) => T): (column: Column) => T {
  const known = new WeakMap<Column, { readonly value: T }>();
  return (column) => {
    const found = known.get(column);
    if (found !== undefined) return found.value;
    const value = of(column);
    known.set(column, { value });
    return value;
  };
}
