/** A column's spelled type in parts, so that lengths, precisions and zones can be read from it. */

import type { Column } from '../schema/column.ts';
import { perColumn } from './per-column.ts';

export interface SqlType {
  /** Lower case, without arguments: `timestamp with time zone`. */
  readonly name: string;
  /** What stands in the first brackets, `['8', '2']`. */
  readonly args: readonly string[];
}

export const sqlTypeOf: (column: Column) => SqlType = perColumn(({ sqlType }) => {
  const text = sqlType.trim().toLowerCase();
  const [, head = '', inside, tail = ''] = /^([^(]*)(?:\(([^)]*)\)(.*))?$/s.exec(text) ?? [];
  return {
    name: `${head.trim()} ${tail.trim()}`.trim().replace(/\s+/g, ' '),
    args: inside === undefined ? [] : inside.split(',').map((part) => part.trim()),
  };
});

/** The argument as a number, or what stands for it when there is none; undefined for words such as `max`. */
export function sizeArg({ args }: SqlType, otherwise?: number): number | undefined {
  const [first] = args;
  if (first === undefined) return otherwise;
  const digits = /^\d+/.exec(first)?.[0];
  return digits === undefined ? undefined : Number(digits);
}
