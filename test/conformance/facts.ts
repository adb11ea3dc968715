/** The shape of the facts that were observed of Alembic, and how its revisions are spelled here. */

import type { Revision } from '../../src/history/revision.ts';

export type Result<T> = { readonly ok: T } | { readonly error: string; readonly message: string };

export interface FactRevision {
  readonly id: string;
  readonly down: string | readonly string[] | null;
  readonly deps: readonly string[] | null;
  readonly labels: readonly string[] | null;
}

export interface FactStep {
  readonly rev: string | null;
  readonly table: readonly (readonly string[])[];
}

export interface FactPlan {
  readonly steps: readonly FactStep[];
  readonly heads: readonly string[];
}

export interface PlanFact {
  readonly from: readonly string[];
  readonly to: string;
  readonly result: Result<FactPlan>;
  readonly nondeterministic_in_alembic?: boolean;
  readonly alternatives?: readonly Result<FactPlan>[];
}

export interface IterateFact {
  readonly upper: string;
  readonly lower: string | null;
  readonly inclusive: boolean;
  readonly result: Result<readonly string[]>;
}

export interface ResolveFact {
  readonly id: string | null;
  readonly cli: Result<readonly string[]>;
  readonly get_revision: Result<string | null>;
  readonly get_revisions: Result<readonly string[]>;
}

export interface FactGraph {
  readonly revisions: readonly FactRevision[];
  readonly heads: Result<readonly string[]>;
  readonly bases: Result<readonly string[]>;
  readonly real_heads: Result<readonly string[]>;
  readonly real_bases: Result<readonly string[]>;
  readonly branch_labels: Readonly<Record<string, readonly string[]>>;
  readonly normalized_down: Readonly<Record<string, readonly string[]>>;
  readonly flags: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly resolve: readonly ResolveFact[];
  readonly iterate: readonly IterateFact[];
  readonly upgrade: readonly PlanFact[];
  readonly downgrade: readonly PlanFact[];
  readonly stamp: readonly PlanFact[];
}

export interface Facts {
  readonly graphs: Readonly<Record<string, FactGraph>>;
  readonly bad: Readonly<Record<string, { readonly revisions: readonly FactRevision[] }>>;
}

function listOf(value: string | readonly string[] | null): readonly string[] {
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

export function revisionOf(fact: FactRevision, index: number): Revision {
  const file = `revisions/${String(index).padStart(3, '0')}.ts`;
  return {
    id: fact.id,
    parents: listOf(fact.down),
    dependsOn: fact.deps ?? [],
    labels: fact.labels ?? [],
    message: '',
    comment: [],
    file,
    digest: '',
    places: { revision: { file, line: 1 } },
  };
}
