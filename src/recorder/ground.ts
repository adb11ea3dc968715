/** What the parts of one session stand on. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Place } from '../errors.ts';
import { asSentBy, inline } from './inline.ts';
import type { Compiled, KnexClient } from './knex-shapes.ts';
import type { Ledger } from './ledger.ts';
import type { Compiling } from './statements.ts';

export interface Ground {
  readonly dialect: Dialect;
  readonly ledger: Ledger;
  /** Whether the revision is a migration of knex's. */
  likeKnex(): boolean;
  /** The schema in which a migration's unqualified names lie, when the target names one. */
  readonly home: string | undefined;
  /** A name as the database has it. */
  named(written: string): string;
  /** Of the knex that the revision was given. */
  client(): KnexClient;
  hearingAt(place: Place | undefined): Compiling;
  /** Does what is not the revision's own doing. */
  apart<T>(go: () => T): T;
  /** What went wrong, whatever becomes of the promise that carries it. */
  fault(error: unknown): void;
}

/** Of a migration, what knex would send. */
export const sent = (value: unknown, { likeKnex, dialect }: Ground): unknown =>
  likeKnex() && dialect.sentByKnex !== undefined ? dialect.sentByKnex(value) : value;

export function spelled(compiled: Compiled, ground: Ground): string {
  const { dialect } = ground;
  if (!ground.likeKnex()) return inline(compiled, dialect);
  const bindings = compiled.bindings?.map((value) => sent(value, ground));
  return inline(bindings === undefined ? compiled : { ...compiled, bindings }, asSentBy(dialect));
}
