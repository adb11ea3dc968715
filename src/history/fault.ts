/** Everything that makes a history malformed, as faults that name the files. */

import { MigratorError } from '../errors.ts';
import { faultsOfId, faultsOfLabel, faultsOfMigration, placeOf, show } from './names.ts';
import type { Node } from './node.ts';
import type { Revision } from './revision.ts';
import { suggestion } from './suggestion.ts';

/** Ids and labels share one namespace. */
export function* nameFaults(revisions: readonly Revision[]): Generator<MigratorError> {
  const ids = new Map<string, Revision>();
  for (const revision of revisions) {
    const faultsOf = revision.migration === revision.id ? faultsOfMigration : faultsOfId;
    yield* faultsOf(revision.id, revision.places.revision);
    const first = ids.get(revision.id);
    if (first === undefined) ids.set(revision.id, revision);
    else yield duplicateId(first, revision);
  }
  const labels = new Map<string, Revision>();
  for (const revision of revisions) {
    for (const label of revision.labels) yield* labelFaults(label, revision, ids, labels);
  }
}

function duplicateId(first: Revision, second: Revision): MigratorError {
  return new MigratorError(
    'duplicate-id',
    `${second.file} has the same revision id ${show(second.id)} as ${first.file}`,
    {
      hint: 'Give one of them another id, and mend the downRevision of what follows it.',
      place: second.places.revision,
    },
  );
}

function* labelFaults(
  label: string,
  revision: Revision,
  ids: ReadonlyMap<string, Revision>,
  labels: Map<string, Revision>,
): Generator<MigratorError> {
  const place = placeOf(revision, 'labels');
  yield* faultsOfLabel(label, place);
  const id = ids.get(label);
  if (id !== undefined) {
    yield new MigratorError('label-is-id', `branch label ${show(label)} is also the id of ${id.file}`, {
      hint: 'Labels and ids are looked up in one list; choose another label.',
      place,
    });
  }
  const first = labels.get(label);
  if (first === undefined) labels.set(label, revision);
  else {
    const where = first === revision ? 'twice in one list' : `already declared in ${first.file}`;
    yield new MigratorError('duplicate-label', `branch label ${show(label)} is ${where}`, {
      hint: 'A label is declared once, on the first revision of its branch.',
      place,
    });
  }
}

/** What the declarations of each revision point at. */
export function* edgeFaults(
  revisions: readonly Revision[],
  byName: ReadonlyMap<string, { readonly id: string }>,
): Generator<MigratorError> {
  for (const revision of revisions) {
    if (revision.parents.length > 0) yield* parentFaults(revision, byName);
    if (revision.dependsOn.length === 0) continue;
    const place = placeOf(revision, 'dependsOn');
    for (const name of new Set(revision.dependsOn)) {
      const need = byName.get(name);
      if (need === undefined) {
        yield new MigratorError(
          'unknown-dependency',
          `${show(revision.id)} depends on ${show(name)}, which no file declares`,
          {
            hint: suggestion(name, byName.keys(), 'dependsOn takes full ids and branch labels.'),
            place,
          },
        );
      } else if (need.id === revision.id) {
        yield new MigratorError('dependency-loop', `${show(revision.id)} depends on itself`, {
          hint: 'Take it out of dependsOn.',
          place,
        });
      }
    }
  }
}

function* parentFaults(
  revision: Revision,
  byName: ReadonlyMap<string, { readonly id: string }>,
): Generator<MigratorError> {
  const place = placeOf(revision, 'parents');
  const seen = new Set<string>();
  for (const id of revision.parents) {
    if (seen.has(id)) {
      yield new MigratorError('repeated-parent', `${show(revision.id)} lists the parent ${show(id)} twice`, {
        hint: 'List each parent once.',
        place,
      });
      continue;
    }
    seen.add(id);
    const parent = byName.get(id);
    if (id === revision.id) {
      yield new MigratorError('self-loop', `${show(id)} is its own parent`, {
        hint: 'Put the id of the revision before it, or null, in downRevision.',
        place,
      });
    } else if (parent === undefined) {
      yield new MigratorError(
        'missing-parent',
        `${show(revision.id)} comes after ${show(id)}, which no file declares`,
        {
          hint: suggestion(id, byName.keys(), 'A file may be missing, or its id have been changed.'),
          place,
        },
      );
    } else if (parent.id !== id) {
      yield new MigratorError(
        'missing-parent',
        `${show(revision.id)} names the branch label ${show(id)} as its parent`,
        {
          hint: `downRevision takes ids; the label stands on ${show(parent.id)}.`,
          place,
        },
      );
    }
  }
}

export function cycleFault(members: readonly Node[]): MigratorError {
  const within = new Set(members);
  const byNeed = members.some((node) => node.needs.some((need) => within.has(need) && !node.parents.includes(need)));
  const ids = members.map((node) => show(node.id)).join(', ');
  const [first] = members;
  return new MigratorError(byNeed ? 'dependency-cycle' : 'cycle', `a circle: each of ${ids} comes after the others`, {
    hint: `Break it in the ${byNeed ? 'downRevision or dependsOn' : 'downRevision'} of one of: ${files(members)}.`,
    place: placeOf(first!.revision, 'parents'),
  });
}

function files(members: readonly Node[]): string {
  return members.map((node) => node.revision.file).join(', ');
}

/** A merge with a parent that another of its parents already contains: its version rows could not be told. */
export function* redundantParents(node: Node): Generator<MigratorError> {
  if (node.parents.length < 2) return;
  for (const [contained, container] of containedIn(node.parents)) {
    yield new MigratorError(
      'redundant-parent',
      `${show(node.id)} merges ${show(contained.id)} and ${show(container.id)}, but ${show(container.id)} already contains ${show(contained.id)}`,
      { hint: `Take ${show(contained.id)} out of downRevision.`, place: placeOf(node.revision, 'parents') },
    );
  }
}

/** Pairs of which the first is an ancestor of the second in its own line; walks only as deep as the lowest of them stands. */
export function* containedIn(nodes: readonly Node[]): Generator<readonly [Node, Node]> {
  const floor = Math.min(...nodes.map((node) => node.level));
  const wanted = new Set(nodes);
  for (const node of nodes) {
    const seen = new Set<Node>();
    const enter = (next: Node): void => {
      for (const parent of next.parents) if (parent.level >= floor) seen.add(parent);
    };
    enter(node);
    for (const next of seen) {
      if (wanted.has(next)) yield [next, node];
      enter(next);
    }
  }
}
