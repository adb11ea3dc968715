/** Words said of a whole revision accept each of its losses that would have been counted. */

import { spellCheck } from '../dialect/check.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { acceptedBy, checksOf } from '../operation/check.ts';
import type { Operation } from '../operation/operation.ts';
import { standing } from '../operation/standing.ts';
import { apply } from '../operation/verbs.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Change } from './recording.ts';

function loses(operation: Operation, schema: Schema, dialect: Dialect): boolean {
  if (acceptedBy(operation) !== undefined) return false;
  return checksOf(operation, schema).some((check) => {
    const table = tableOf(schema, check.table) ?? { name: check.table, columns: [], constraints: [], indexes: [] };
    return spellCheck(check, table, dialect).some(({ loss }) => loss);
  });
}

function accepting(operation: Operation, schema: Schema, words: string, dialect: Dialect): Operation {
  if (operation.kind === 'custom' || operation.kind === 'raw') {
    if (operation.does === undefined) return operation;
    return { ...operation, does: operation.does.map((one) => accepting(one, schema, words, dialect)) };
  }
  return loses(operation, schema, dialect) ? ({ ...operation, dataLoss: words } as Operation) : operation;
}

export function acceptLosses(
  changes: readonly Change[],
  before: Schema,
  words: string,
  dialect: Dialect,
): readonly Change[] {
  const counted = new Set(
    standing(changes, before).flatMap(({ check, by, table }) =>
      spellCheck(check, table, dialect).some(({ loss }) => loss) ? [by] : [],
    ),
  );
  let schema = before;
  return changes.map((change, at) => {
    const operations = counted.has(at)
      ? change.operations.map((one) => accepting(one, schema, words, dialect))
      : change.operations;
    schema = change.operations.reduce((left, one) => apply(one, left), schema);
    return { ...change, operations };
  });
}
