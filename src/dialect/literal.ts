/** Values as SQL text: what all dialects share. Each dialect gives a `Spelling`. */

import type { Column } from '../schema/table.ts';
import { kindOf } from './column-kind.ts';
import { fromObject } from './literal-object.ts';
import { fromBoolean, fromDigits, fromNumber, fromText } from './literal-scalar.ts';
import type { Spelling, Target } from './spelling.ts';
import { unrepresentable } from './unrepresentable.ts';

/** A dialect's `literal`. */
export function literalBy(spelling: Spelling): (value: unknown, column?: Column) => string {
  return (value, column) => {
    if (value === null) return 'NULL';
    const target: Target = { kind: column && kindOf(column), column };
    switch (typeof value) {
      case 'string':
        return fromText(value, target, spelling);
      case 'number':
        return fromNumber(value, target, spelling);
      case 'bigint':
        return fromDigits(String(value), target, spelling);
      case 'boolean':
        return fromBoolean(value, target, spelling);
      case 'object':
        return fromObject(value, target, spelling);
      default:
        throw unrepresentable(`${typeof value}`, 'leave the column out, or say null', column);
    }
  };
}
