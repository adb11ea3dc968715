/** What every directive leans on: the session, and how an operation is done. */

import type { Operation } from '../operation/operation.ts';
import type { Name } from '../schema/name.ts';
import type { InSchema } from './in-schema.ts';
import type { AlterManner } from './op-table.ts';
import type { Session } from './session.ts';

export interface Performer {
  readonly session: Session;
  name(table: string, options: InSchema | undefined): Name;
  /** Says one operation to knex; `below` is the directive, so that the place is its caller's. */
  do(operation: Operation, below: (...args: never[]) => unknown): void;
  /** What is done inside is done in this manner, or fails when the script runs. */
  inManner(asked: AlterManner | undefined, below: (...args: never[]) => unknown, go: () => void): void;
}
