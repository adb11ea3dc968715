/** What a revision has begun and not finished: builders it has not awaited, work still going on, whatever else the process still waits for. */

import type { MigratorError, Place } from '../errors.ts';
import { forgottenAwait } from './faults.ts';
import { type Builder, isRaw, isSchemaBuilder, type QueryBuilder, type Raw } from './knex-shapes.ts';

export interface Unrun {
  add(builder: Builder, place: Place | undefined): void;
  /** Takes it off the list, and tells where it was made. */
  take(builder: Builder): Place | undefined;
  /** Work that goes on until the returned function is called. */
  start(what: string, place: Place | undefined): () => void;
  forgotten(): MigratorError | undefined;
  clear(): void;
}

const writing = new Set(['insert', 'update', 'del', 'truncate']);

/** What is lost when the builder is never awaited; undefined for one that only reads or is a part of another. */
function whatIsLost(builder: Builder): string | undefined {
  if (isSchemaBuilder(builder)) {
    return builder._sequence.length > 0 ? `schema.${builder._sequence[0]?.method}(…)` : undefined;
  }
  if (isRaw(builder)) return 'raw(…)';
  const { _method: method } = builder as QueryBuilder;
  return writing.has(method) ? `a knex ${method}` : undefined;
}

/** Threads come and go by themselves. */
const notOfTheRevision = new Set(['MessagePort', 'Worker']);

/** What this process waits for: timers, files, sockets. */
function waiting(): number {
  return process.getActiveResourcesInfo().filter((kind) => !notOfTheRevision.has(kind)).length;
}

/** A raw that becomes a part of another statement is compiled by it, and so it is not lost. */
function watchRaw(builder: Raw, compiled: () => void): void {
  const { toSQL } = builder;
  Object.assign(builder, {
    toSQL(...args: []) {
      compiled();
      return toSQL.apply(builder, args);
    },
  });
}

export function createUnrun(): Unrun {
  const places = new Map<Builder, Place | undefined>();
  const going = new Set<{ readonly what: string; readonly place: Place | undefined }>();
  let waitingBefore = 0;
  return {
    add(builder, place) {
      places.set(builder, place);
      if (isRaw(builder)) watchRaw(builder, () => places.delete(builder));
    },
    take(builder) {
      const place = places.get(builder);
      places.delete(builder);
      return place;
    },
    start(what, place) {
      const work = { what, place };
      going.add(work);
      return () => void going.delete(work);
    },
    forgotten() {
      const [work] = going;
      if (work !== undefined)
        return forgottenAwait(work.place, `${work.what} was still running when its revision had ended`);
      for (const [builder, place] of places) {
        const lost = whatIsLost(builder);
        if (lost !== undefined)
          return forgottenAwait(place, `${lost} was built but never awaited, so it would be lost`);
      }
      if (waiting() <= waitingBefore) return undefined;
      return forgottenAwait(
        undefined,
        'something that the revision began (a timer, a file, a connection) was still going on when it had ended',
      );
    },
    clear() {
      places.clear();
      going.clear();
      waitingBefore = waiting();
    },
  };
}
