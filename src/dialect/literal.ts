/** Values as SQL text: what all dialects share. Each dialect gives a `Spelling`. */

import type { Column } from '../schema/column.ts';
import { kindOf } from './column-kind.ts';
import { fromBigint, fromNumber } from './literal-number.ts';
import { fromObject } from './literal-object.ts';
import { fromBoolean, fromText } from './literal-scalar.ts';
import type { Spelling } from './spelling.ts';
import type { Rounds, Target } from './target.ts';
import { unrepresentable } from './unrepresentable.ts';

/** A dialect's `literal`. */
export function literalBy(spelling: Spelling): (value: unknown, column?: Column, rounds?: Rounds) => string {
  const literal = (value: unknown, column: Column | undefined, rounds?: Rounds): string => {
    if (value === null) return 'NULL';
    const target: Target = { kind: column && kindOf(column), column, rounds };
    switch (typeof value) {
      case 'string':
        return fromText(value, target, spelling);
      case 'number':
        return fromNumber(value, target, spelling);
      case 'bigint':
        return fromBigint(value, target, spelling);
      case 'boolean':
        return fromBoolean(value, target, spelling);
      case 'object':
        return fromObject(value, target, spelling, (one, of) => literal(one, of, rounds));
      default:
        throw unrepresentable(`${typeof value}`, 'leave the column out, or say null', column);
    }
  };
  return literal;
}
