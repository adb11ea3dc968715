/** The ledger and the log: where a script stands, and what was done; the same rows and words for every client. */

import type { Name } from '../../schema/name.ts';
import type { Asking, Entry, Frame, PartOf } from '../client.ts';
import { refused, versionName } from './words.ts';

function beside(frame: Frame, { name }: Name): Name {
  const { schema } = versionName(frame);
  return schema === undefined ? { name } : { schema, name };
}

export const ledgerName = (frame: Frame): Name => beside(frame, frame.ledger);
export const logName = (frame: Frame): Name | undefined =>
  frame.log === undefined ? undefined : beside(frame, frame.log);

/** The tables that are the scripts' own. */
export const ownTables: Asking['own'] = (frame) => {
  const log = logName(frame);
  return { version: versionName(frame), ledger: ledgerName(frame), ...(log === undefined ? {} : { log }) };
};

/** The name of a table's primary key, as Alembic ends it. */
export const keyName = (table: Name): string => `${table.name}_pkc`;

interface Types {
  readonly text: (length: number) => string;
  readonly integer: string;
  readonly moment: string;
}

/** Migrations have the names of their files, and a key of some engines can be no longer. */
const idLength = ({ book }: Frame): number => (book === undefined ? 32 : 190);

export function ledgerColumns(frame: Frame, { text, integer }: Pick<Types, 'text' | 'integer'>): readonly string[] {
  return [
    `revision ${text(idLength(frame))} NOT NULL`,
    `direction ${text(5)} NOT NULL`,
    `step ${integer} NOT NULL`,
    `steps ${integer} NOT NULL`,
    `state ${text(8)} NOT NULL`,
    `digest ${text(64)} NOT NULL`,
    `script ${text(64)} NOT NULL`,
  ];
}

export function logColumns(frame: Frame, { text, integer, moment }: Types): readonly string[] {
  return [
    `entry ${integer} NOT NULL`,
    `revision ${text(idLength(frame))} NOT NULL`,
    `direction ${text(5)} NOT NULL`,
    `message ${text(messageLength)}`,
    `applied_at ${moment} NOT NULL`,
    `applied_by ${text(128)}`,
    `digest ${text(64)} NOT NULL`,
    `script ${text(64)} NOT NULL`,
    `accepted_loss ${integer} NOT NULL`,
  ];
}

const messageLength = 200;

/** How a client writes a table's name, and a text. */
export interface Spoken {
  readonly quote: (name: Name) => string;
  readonly said: (text: string) => string;
}

/** A statement that adds the log's row; `said` spells text, `now` and `user` are the database's own. */
export function logRow(
  part: PartOf<'move'>,
  frame: Frame,
  spell: Spoken & {
    readonly now: string;
    readonly user: string;
    /** 1 where the person who ran the script accepted the counted loss: a way back alone has the switch, and a session may still have it from one. */
    readonly accepted?: string;
  },
): string | undefined {
  const log = logName(frame);
  if (log === undefined) return undefined;
  const { revision, direction, digest } = part.entry;
  const message = [...part.message.replace(/\s+/g, ' ')].slice(0, messageLength / 2).join('');
  const table = spell.quote(log);
  const values = [
    'COALESCE(MAX(entry), 0) + 1',
    ...[revision, direction].map(spell.said),
    message === '' ? 'NULL' : spell.said(message),
    spell.now,
    spell.user,
    spell.said(digest),
    spell.said(frame.script),
    direction === 'down' ? (spell.accepted ?? '0') : '0',
  ];
  return (
    `INSERT INTO ${table}\n` +
    '    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)\n' +
    `    SELECT ${values.slice(0, 6).join(', ')},\n      ${values.slice(6).join(', ')}\n    FROM ${table}`
  );
}

/** What one row of the ledger says of a revision: its columns but `step` and `state`. */
export function matches({ revision, direction, digest }: Entry, said: (text: string) => string): string {
  return `revision = ${said(revision)} AND direction = ${said(direction)} AND digest = ${said(digest)}`;
}

/** The statements that make the ledger hold one row, for this entry; each without its end. */
export function ledgerReset(entry: Entry, frame: Frame, { quote, said }: Spoken, step: number): readonly string[] {
  const table = quote(ledgerName(frame));
  const { revision, direction, steps, digest } = entry;
  return [
    `DELETE FROM ${table}`,
    `INSERT INTO ${table} (revision, direction, step, steps, state, digest, script)\n` +
      `    VALUES (${[said(revision), said(direction), step, steps, said('done'), said(digest), said(frame.script)].join(', ')})`,
  ];
}

/** A row that is no finished step of this script's own: something is half done. */
export const unfinished: string = "(step BETWEEN 1 AND steps - 1 OR state = 'started')";

export const otherLeft: string = `${refused}: another script left a revision half done`;
export function otherLeftHint(table: string): string {
  return (
    `Nothing was changed. ${table} shows which step of which revision: run that script to its end first, ` +
    `or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM ${table}.`
  );
}

export const ownLeft: string = `${refused}: an earlier run of this script left a revision half done`;
export function ownLeftHint(table: string, tool: string): string {
  return (
    `Nothing was changed. ${table} shows which step of which revision: the script for ${tool} of the same revisions goes ` +
    `on from there; or undo the steps of that revision by hand and DELETE FROM ${table}.`
  );
}

export function inDoubt({ revision, step, steps }: Entry): string {
  return `${refused}: step ${step} of ${steps} of revision ${revision} was begun by an earlier run, and nobody knows whether it took effect`;
}

export function howToSettle({ step }: Entry, table: string, says: readonly string[]): string {
  const what = says.length === 0 ? '' : ` (${says.join(' ')})`;
  return (
    `See in a new session whether that step${what} took effect. If it did: UPDATE ${table} SET state = 'done'. ` +
    `If it did not: UPDATE ${table} SET step = ${step - 1}, state = 'done'. Then run this file again.`
  );
}

/** Where a client can run a statement under no condition. */
export function cannotPass({ revision, step, steps }: Entry): string {
  return `${refused}: step ${step} of ${steps} of revision ${revision} is done, and this client cannot pass it over`;
}

export function cannotPassHint({ step }: Entry, table: string, says: readonly string[]): string {
  const what = says.length === 0 ? '' : ` (${says.join(' ')})`;
  return `Undo that step${what} and those after it by hand, UPDATE ${table} SET step = ${step - 1}, and run this file again; where the whole revision is applied, ask for a script that starts there.`;
}

/** What a script says when it does not begin at the beginning. */
export const goesOn = 'goes on where an earlier run of this script stopped';

export const alreadyDone = ({ revision }: Entry): string => `revision ${revision}: applied already`;

/** A condition's value for each point of a path: 1 for the first, NULL for none. `found` is what the rows are, joined. */
export function positionIn(
  path: readonly (readonly string[])[],
  found: string,
  said: (text: string) => string,
  indent = '    ',
): string {
  const points = path.map((heads, n) => ({ rows: heads.length === 0 ? 'base' : heads.join(', '), place: n + 1 }));
  return [
    `CASE ${found}`,
    ...points.map(({ rows, place }) => `${indent}  WHEN ${said(rows)} THEN ${place}`),
    `${indent}END`,
  ].join('\n');
}
