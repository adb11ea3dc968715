/** What is said of revisions by name: each name finds its revision, or is a fault. */

import { posix } from 'node:path';
import { allFaults, MigratorError, type Place } from '../errors.ts';
import type { Graph } from './graph.ts';
import { show } from './names.ts';
import { suggestion } from './suggestion.ts';

export interface Named {
  /** An id, or the name of a file. */
  readonly name: string;
  readonly place: Place;
}

/** By the id of the revision. Throws every name that finds none, and every revision that is named twice. */
export function namedRevisions<T extends Named>(
  { nodes }: Pick<Graph, 'nodes'>,
  said: readonly T[],
): ReadonlyMap<string, T> {
  const ids = new Map<string, string>();
  for (const { id, revision } of nodes) ids.set(revision.migration ?? posix.basename(revision.file), id);
  for (const { id } of nodes) ids.set(id, id);
  const found = new Map<string, T>();
  const faults: MigratorError[] = [];
  for (const one of said) {
    const { name, place } = one;
    const id = ids.get(name);
    if (id === undefined) {
      const hint = suggestion(name, ids.keys(), 'Name it by its id or by its file.');
      faults.push(new MigratorError('unknown-revision', `there is no revision ${show(name)}`, { hint, place }));
    } else if (found.has(id)) {
      const hint = 'Put both into one table.';
      faults.push(new MigratorError('said-twice', `revision ${show(id)} has two tables`, { hint, place }));
    } else found.set(id, one);
  }
  const fault = allFaults(faults);
  if (fault !== undefined) throw fault;
  return found;
}
