/** What every directive leans on: the session, and how an operation is done. */

import type { Operation } from '../operation/operation.ts';
import type { Name } from '../schema/name.ts';
import type { InSchema } from './op.ts';
import type { Session } from './session.ts';

export interface Performer {
  readonly session: Session;
  name(table: string, options: InSchema | undefined): Name;
  /** Says one operation to knex; `below` is the directive, so that the place is its caller's. */
  do(operation: Operation, below: (...args: never[]) => unknown): void;
}
