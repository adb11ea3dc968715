/** A script: recordings, and everything that decides how they are written down. */

import type { Client, Frame } from '../dialect/client.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Recording } from '../recorder/recording.ts';
import type { Schema } from '../schema/schema.ts';

export interface Script {
  /** The version of this program. */
  readonly version: string;
  readonly dialect: Dialect;
  readonly client: Client;
  readonly frame: Frame;
  /** `stamp` moves the version rows and nothing else; `ensure-version` only makes the version table. */
  readonly kind: 'revisions' | 'stamp' | 'ensure-version';
  readonly recordings: readonly Recording[];
  /** The schema at its end, where that was worked out. */
  readonly after?: Schema;
}
