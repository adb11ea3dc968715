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

interface Made {
  add(operation: Operation): void;
  has(one: Pick<Found<string>, 'name' | 'arguments'>): boolean;
}

/** Routines of one name are told apart where both say the types of their arguments. */
function createMade(): Made {
  const [names, typed] = [new Set<string>(), new Set<string>()];
  return {
    add(operation) {
      const types = operation.kind === 'createRoutine' ? operation.routine.arguments : undefined;
      for (const name of namesMadeBy(operation)) {
        names.add(keyOf(name));
        typed.add(keyOf(name) + (types ?? ''));
      }
    },
    has({ name, arguments: types }) {
      const key = keyOf(name);
      return types === undefined ? names.has(key) : typed.has(key) || typed.has(key + types);
    },
  };
}

/** Each once, as long as it is known who owns what; `of` is told how the step found the schema. */
export function findings<K extends string>(
  steps: readonly Step[],
  of: (operation: Operation, before: Schema) => readonly Found<K>[],
): readonly Found<K>[] {
  const made = createMade();
  const found = new Map<string, Found<K>>();
  const all = steps.flatMap((step) => done(step).map((operation) => ({ operation, before: step.before })));
  for (const { operation, before } of all) {
    if (hidesOwners(operation)) break;
    for (const one of of(operation, before)) {
      const { kind, name, arguments: types } = one;
      const key = `${kind} ${keyOf(name)}${types ?? ''}`;
      if (!made.has(one) && !found.has(key))
        found.set(key, { kind, name, ...(types === undefined ? {} : { arguments: types }) });
    }
    made.add(operation);
  }
  return [...found.values()];
}
