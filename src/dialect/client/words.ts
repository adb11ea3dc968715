/** What every client's guard says, in the same words. */

import { type Name, showName } from '../../schema/name.ts';
import type { Entry, Frame, PartOf } from '../client.ts';

const most = 8;

/** `base`, or the revisions, the first eight of them. */
export function standing(heads: readonly string[]): string {
  if (heads.length === 0) return 'base';
  const rest = heads.length - most;
  return rest > 0 ? `${heads.slice(0, most).join(', ')} and ${rest} more` : heads.join(', ');
}

/** What a guard compares the version table with, and its words when it refuses. */
export interface Demand {
  readonly expected: readonly string[];
  /** `upgrade.sql needs the database at a1` */
  readonly needs: string;
  readonly hint: string;
}

export function demandOfScript(frame: Frame): Demand {
  return {
    expected: frame.from,
    needs: `${frame.file} needs the database at ${standing(frame.from)}`,
    hint: 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.',
  };
}

/** A missing version table is a database at base only to a script that starts there; to any other it may be the wrong database. */
export const startsAtBase = (frame: Frame): boolean => frame.from.length === 0;

export function noVersionTable(frame: Frame): string {
  return (
    `${refused}: there is no version table ${showName(versionName(frame))} that this user can see, ` +
    `and ${demandOfScript(frame).needs}`
  );
}

/** Without a version table nothing is done unless there is nothing to do. */
export const doneWithoutTable = (frame: Frame): boolean => startsAtBase(frame) && frame.to.length === 0;

export function demandOfRevision(part: PartOf<'begin' | 'outside'>): Demand {
  return {
    expected: part.expected,
    needs: `revision ${part.entry.revision} needs the database at ${standing(part.expected)}`,
    hint: 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.',
  };
}

export const transactionUndone = 'This transaction was undone.';

/** `happened`: what became of the transaction when it is refused. */
export function demandAfter(part: PartOf<'move'>, happened: string = transactionUndone): Demand {
  return {
    expected: part.leaves,
    needs: `revision ${part.entry.revision} should leave the database at ${standing(part.leaves)}`,
    hint: `${happened} Another session may have changed the version table.`,
  };
}

export const failedBefore = 'an earlier statement of this script failed';
export const failedBeforeHint = 'Read the messages above this one: something failed.';

export function demandAtEnd(frame: Frame): Demand {
  return {
    expected: frame.to,
    needs: `${frame.file} should leave the database at ${standing(frame.to)}`,
    hint: failedBeforeHint,
  };
}

/** Nobody but whoever froze a database may thaw it. */
export const frozen =
  'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';

/** Two scripts at once would wait for each other, and one of them then fail half-way. */
export const busy = 'migration refused: another session is running a script on this database';

export const incomplete = 'migration not complete';
export const refused = 'migration refused';
export const undone = 'migration undone';

export function alreadyThere(frame: Frame): string {
  const words = `already applied: the database is at ${standing(frame.to)}, nothing was changed`;
  return frame.book === undefined ? words : `${words} (if knex is still locked out: knex migrate:unlock)`;
}

export function committed(part: PartOf<'commit'>): string {
  return `revision ${part.entry.revision}: committed`;
}

/** The same of a script that commits nothing. */
export const uncommitted = ({ revision }: Entry): string => `revision ${revision}: done, and not committed yet`;

export const arrivedUncommitted = (frame: Frame): string =>
  `done, and not committed yet: the database is at ${standing(frame.to)} after COMMIT`;

export function arrived(frame: Frame): string {
  return `done: the database is at ${standing(frame.to)}`;
}

export function tableReady(frame: Frame): string {
  return `done: the version table ${showName(versionName(frame))} is there`;
}

/** The version table with the schema that it lives in, when one is known. */
export function versionName(frame: Frame): Name {
  const schema = frame.versionTable.schema ?? frame.schema;
  return schema === undefined ? { name: frame.versionTable.name } : { schema, name: frame.versionTable.name };
}
