/** What PostgreSQL and its relative CockroachDB can do, and since when. */

import type { Schema } from '../../schema/schema.ts';
import type { Dialect } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import { requireVersion } from '../version.ts';

export type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;

export type Feature =
  | 'computed columns that are not stored'
  | 'computed columns that are stored'
  | 'computed expressions that change'
  | 'computed columns that become plain'
  | 'NULLS NOT DISTINCT'
  | 'indexes that carry columns along'
  | 'GiST indexes that carry columns along'
  | 'SP-GiST indexes that carry columns along'
  | 'hash partitions'
  | 'exclusion constraints over partitions'
  | 'other storage of an existing table'
  | 'identity of columns that are there'
  | 'procedures'
  | 'functions'
  | 'triggers'
  | 'CREATE OR REPLACE TRIGGER';

export interface PostgresTraits {
  /** The first version that has it; null when none has. */
  readonly since: Readonly<Record<Feature, string | null>>;
  /** Most changes of a type ask for a setting and for no transaction. */
  readonly cockroach: boolean;
}

/** https://www.postgresql.org/docs/release/, appendix E of the manual: each feature is in the notes of the version named here. */
export const postgresTraits: PostgresTraits = {
  since: {
    'computed columns that are not stored': '18',
    'computed columns that are stored': '12',
    'computed expressions that change': '17',
    'computed columns that become plain': '13',
    'NULLS NOT DISTINCT': '15',
    'indexes that carry columns along': '11',
    'GiST indexes that carry columns along': '12',
    'SP-GiST indexes that carry columns along': '14',
    'hash partitions': '11',
    'exclusion constraints over partitions': '17',
    'other storage of an existing table': '15',
    'identity of columns that are there': '10',
    procedures: '11',
    functions: '9',
    triggers: '9',
    'CREATE OR REPLACE TRIGGER': '14',
  },
  cockroach: false,
};

/**
 * https://www.cockroachlabs.com/docs/stable/computed-columns, https://www.cockroachlabs.com/docs/stable/user-defined-functions,
 * https://www.cockroachlabs.com/docs/stable/stored-procedures, https://www.cockroachlabs.com/docs/stable/triggers
 */
export const cockroachTraits: PostgresTraits = {
  since: {
    'computed columns that are not stored': '21.1',
    'computed columns that are stored': '2.0',
    'computed expressions that change': null,
    'computed columns that become plain': '2.0',
    'NULLS NOT DISTINCT': null,
    'indexes that carry columns along': '2.0',
    'GiST indexes that carry columns along': '2.0',
    'SP-GiST indexes that carry columns along': null,
    'hash partitions': null,
    'exclusion constraints over partitions': null,
    'other storage of an existing table': null,
    // https://www.cockroachlabs.com/docs/releases/v24.1, under SQL language changes
    'identity of columns that are there': '24.1',
    procedures: '23.2',
    functions: '22.2',
    triggers: '24.3',
    'CREATE OR REPLACE TRIGGER': '26.2',
  },
  cockroach: true,
};

/** One server as a lowering meets it: its words, its version, and the schema before the operation. */
export interface Server extends Accent {
  readonly traits: PostgresTraits;
  readonly version: string;
  readonly before: Schema;
}

/** Throws `unsupported` for what no version has, `needs-version` for what a later one has. */
export function requireFeature({ title, traits, version }: Server, feature: Feature, hint: string): void {
  const since = traits.since[feature];
  if (since === null) throw unsupported(`${title} has no ${feature}`, hint);
  requireVersion(title, version, since, `the use of ${feature}`);
}

/** For what PostgreSQL has and CockroachDB has not, with its reason. */
export function refuseOnCockroach({ traits }: Server, sentence: string, hint: string): void {
  if (traits.cockroach) throw unsupported(`CockroachDB ${sentence}`, hint);
}
