/** A revision as its file declares it; nothing here is executed. */

import type { Place } from '../errors.ts';

/** One file of the history. Ids are compared byte for byte. */
export interface Revision {
  readonly id: string;
  /** `downRevision`: none for a base, several for a merge; as written, full ids. */
  readonly parents: readonly string[];
  /** `dependsOn`: ids or labels, as written. */
  readonly dependsOn: readonly string[];
  /** `branchLabels` that this file declares. */
  readonly labels: readonly string[];
  /** The first comment's first paragraph on one line; '' when there is none. */
  readonly message: string;
  /** The whole first comment, line by line. */
  readonly comment: readonly string[];
  /** `Create Date:` of the comment, as written. */
  readonly created?: string;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** SHA-256 of the file's text with LF line ends, in hex. */
  readonly digest: string;
  /** Its name to knex, where it is a migration as knex has them. */
  readonly migration?: string;
  /** Where each declaration stands, for messages. */
  readonly places: {
    readonly revision: Place;
    readonly parents?: Place;
    readonly dependsOn?: Place;
    readonly labels?: Place;
  };
}

/** The rows of a version table: a set, kept sorted by code point. */
export type Heads = readonly string[];

/** One revision applied or taken back, and what the version table holds before and after. */
export interface Step {
  readonly revision: Revision;
  readonly direction: 'up' | 'down';
  readonly before: Heads;
  readonly after: Heads;
}
