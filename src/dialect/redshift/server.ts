/** Amazon Redshift as a lowering meets it. */

import type { Operation } from '../../operation/operation.ts';
import { describe } from '../../operation/verbs.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Dialect } from '../dialect.ts';
import { unsupported } from '../lower.ts';

export type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;

/** The schema is the one before the operation. */
export interface Server extends Accent {
  readonly before: Schema;
}

/** For operations on things that the engine does not have. */
export function refuse(reason: string, hint: string): (operation: Operation) => never {
  return (operation) => {
    throw unsupported(`Redshift cannot ${describe(operation)}: ${reason}`, hint);
  };
}

/** https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_commands.html: some statements have IF EXISTS or IF NOT EXISTS, and no others. */
export function refuseCondition(said: boolean | undefined, words: string, shown: string): void {
  if (said !== true) return;
  throw unsupported(
    `Redshift has no ${words} for ${shown}`,
    'leave it out, so that the script stops where the database is not as expected',
  );
}
