/** What a script finds in the database and did not make itself. */

import type { Name } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import { done, type Step } from './done.ts';
import { hidesOwners } from './granted.ts';
import { keyOf, namesMadeBy } from './names-made.ts';
import type { Operation } from './operation.ts';

export interface Found<K extends string> {
  readonly kind: K;
  readonly name: Name;
  /** Of a routine, where it has them. */
  readonly arguments?: string;
}

/** Each once, as long as it is known who owns what; `of` is told how the step found the schema. */
export function findings<K extends string>(
  steps: readonly Step[],
  of: (operation: Operation, before: Schema) => readonly Found<K>[],
): readonly Found<K>[] {
  const made = new Set<string>();
  const found = new Map<string, Found<K>>();
  for (const { operation, before } of steps.flatMap((step) =>
    done(step).map((one) => ({ operation: one, before: step.before })),
  )) {
    if (hidesOwners(operation)) break;
    for (const { kind, name, arguments: types } of of(operation, before)) {
      const key = `${kind} ${keyOf(name)}${types ?? ''}`;
      if (!made.has(keyOf(name)) && !found.has(key))
        found.set(key, { kind, name, ...(types === undefined ? {} : { arguments: types }) });
    }
    for (const name of namesMadeBy(operation)) made.add(keyOf(name));
  }
  return [...found.values()];
}
