/** Builders that a revision made and has not awaited yet: those that write must not be forgotten. */

import type { Place } from '../errors.ts';
import { type Builder, isRaw, isSchemaBuilder, type QueryBuilder } from './knex-shapes.ts';

export interface Unrun {
  add(builder: Builder, place: Place | undefined): void;
  /** Takes it off the list, and tells where it was made. */
  take(builder: Builder): Place | undefined;
  firstForgotten(): { readonly what: string; readonly place: Place | undefined } | undefined;
  clear(): void;
}

const writing = new Set(['insert', 'update', 'del', 'truncate']);

function whatIsLost(builder: Builder): string | undefined {
  if (isSchemaBuilder(builder))
    return builder._sequence.length > 0 ? `schema.${builder._sequence[0]?.method}(…)` : undefined;
  if (isRaw(builder)) return 'raw(…)';
  const { _method: method } = builder as QueryBuilder;
  return writing.has(method) ? `a knex ${method}` : undefined;
}

export function createUnrun(): Unrun {
  const places = new Map<Builder, Place | undefined>();
  return {
    add(builder, place) {
      places.set(builder, place);
      if (!isRaw(builder)) return;
      const { toSQL } = builder;
      Object.assign(builder, {
        toSQL(...args: []) {
          places.delete(builder);
          return toSQL.apply(builder, args);
        },
      });
    },
    take(builder) {
      const place = places.get(builder);
      places.delete(builder);
      return place;
    },
    firstForgotten() {
      for (const [builder, place] of places) {
        const what = whatIsLost(builder);
        if (what !== undefined) return { what, place };
      }
      return undefined;
    },
    clear: () => places.clear(),
  };
}
