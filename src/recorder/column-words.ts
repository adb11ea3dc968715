/** Words that column builders have beyond knex's own, and what was said with them. */

import type { Knex } from 'knex';
import { MigratorError } from '../errors.ts';
import type { Computed, Identity } from '../schema/column.ts';
import { type CountingOptions, countingOf } from './counting-options.ts';
import type { ColumnBuilder } from './knex-shapes.ts';
import { type Names, refuseUnknown } from './known-names.ts';

export interface IdentityOptions extends CountingOptions {
  /** Values that rows bring along are refused; otherwise they win. */
  readonly always?: boolean;
}

export interface ComputedOptions {
  /** Kept on disk; otherwise worked out when it is read. */
  readonly persisted?: boolean;
}

declare module 'knex' {
  namespace Knex {
    interface ColumnBuilder {
      /** The engine numbers the column by a sequence of its own. */
      identity(options?: IdentityOptions): Knex.ColumnBuilder;
      /** The engine works the column out from others; the expression is SQL, written as it is. */
      computed(expression: string, options?: ComputedOptions): Knex.ColumnBuilder;
      /** MySQL and MariaDB: what the column becomes when its row changes, such as `current_timestamp`. */
      onRowUpdate(expression: string): Knex.ColumnBuilder;
    }
  }
}

/** What was said of a column; null takes the thing away. */
export interface ColumnWords {
  readonly identity?: Identity | null;
  readonly computed?: Computed | null;
  readonly onUpdate?: string | null;
  readonly collation?: string | null;
  readonly using?: string;
}

const said = new WeakMap<object, ColumnWords>();

export function wordsOf(builder: object): ColumnWords {
  return said.get(builder) ?? {};
}

export function saying(builder: object, words: ColumnWords): void {
  said.set(builder, { ...wordsOf(builder), ...words });
}

const identityNames = {
  always: true,
  start: true,
  increment: true,
  minValue: true,
  maxValue: true,
  cache: true,
  cycle: true,
} as const satisfies Names<IdentityOptions>;
/** With the expression where a directive takes both. */
const computedNames = { persisted: true, expression: true } as const satisfies Names<ComputedOptions> & {
  readonly expression: true;
};

export function identityOf(options: IdentityOptions): Identity {
  refuseUnknown('identity', options, identityNames);
  const { always = false, ...counting } = options;
  return { always, ...countingOf(counting) };
}

export function computedOf(expression: unknown, options: ComputedOptions = {}): Computed {
  refuseUnknown('computed', options, computedNames);
  const { persisted = false } = options;
  if (typeof expression === 'string') return { expression, persisted };
  throw new MigratorError('bad-argument', 'computed takes an SQL expression as text');
}

function tell(builder: Knex.ColumnBuilder, what: ColumnWords): Knex.ColumnBuilder {
  saying(builder, what);
  return builder;
}

const words: Pick<Knex.ColumnBuilder, 'identity' | 'computed' | 'onRowUpdate'> = {
  identity(options = {}) {
    return tell(this as Knex.ColumnBuilder, { identity: identityOf(options) });
  },
  computed(expression, options) {
    return tell(this as Knex.ColumnBuilder, { computed: computedOf(expression, options) });
  },
  onRowUpdate(expression) {
    return tell(this as Knex.ColumnBuilder, { onUpdate: expression });
  },
};

/** Gives a builder of knex the words above. */
export function teachWords(builder: ColumnBuilder): ColumnBuilder {
  return Object.assign(builder, words);
}
