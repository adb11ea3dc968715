/** Runs a revision in offline mode and keeps what it did. */

import { blankSchema, type Dialect } from '../dialect/dialect.ts';
import type { TableOptions } from '../dialect/names.ts';
import { MigratorError } from '../errors.ts';
import type { Revision, Step } from '../history/revision.ts';
import { isPureText } from '../loader/purity.ts';
import { lossesOfAll } from '../operation/losses.ts';
import { distinct } from '../operation/reversal.ts';
import { blameUnread, emptySchema, type Schema, type Unread } from '../schema/schema.ts';
import { acceptLosses } from './accepted-losses.ts';
import { answersOf, noAnswers } from './answers.ts';
import type { ReadCsv } from './bulk-insert.ts';
import type { KnexConfig } from './client.ts';
import { createSession } from './create-session.ts';
import { type Deeds, deedsOf, derive } from './derive.ts';
import { createOp } from './directives.ts';
import { type Deed, type Exported, leavesItOpen, readMigration, readRevision } from './exported.ts';
import { located, spotOf } from './faults.ts';
import { type OpenShadow, Stranded } from './follower.ts';
import { meantBy } from './mistyped.ts';
import { isOurs, type OwnFiles, placeOfError } from './place.ts';
import type { Plugins } from './plugin.ts';
import { withPreconditions } from './preconditions.ts';
import { createReader } from './reading.ts';
import type { Change, Precondition, Recording, Remark } from './recording.ts';
import { nothingSaid, type Said, saidOf } from './said.ts';
import type { Spool } from './spool.ts';
import { type Supposed, suppose } from './suppose.ts';

export interface RecorderSettings {
  readonly dialect: Dialect;
  readonly version: string;
  /** The schema of the objects, when the target names one. */
  readonly schema?: string | undefined;
  /** Of tables that migrations of knex make and say nothing of. */
  readonly tableOptions?: TableOptions | undefined;
  readonly x: Readonly<Record<string, string>>;
  readonly spool: Spool;
  readonly own: OwnFiles;
  readonly readCsv: ReadCsv;
  readonly plugins: Plugins;
  /** Of knex's migrations; `transactions`: each has one, unless it says otherwise. */
  readonly knex?: { readonly transactions: boolean; readonly config: KnexConfig };
  /** Undefined: nobody answers what a revision reads. */
  readonly shadow?: OpenShadow | undefined;
  /** What is said of a revision outside of its file. */
  readonly said?: ((revision: string) => Said | undefined) | undefined;
  /** The text of a revision's file, where it has one. */
  source(revision: Revision): string | undefined;
  /** Runs a revision's file and returns what it exports. */
  load(revision: Revision): Promise<Readonly<Record<string, unknown>>>;
}

/** A revision that was run to see whether it compiles. */
export interface Trial {
  readonly step: Step;
  /** After a revision that fails nothing is known; but what one did is, whose reads are not accepted. */
  readonly after: Schema;
  readonly fault?: MigratorError;
  /** What its script would count before anything of it is done. */
  readonly preconditions?: readonly Precondition[];
  /** Why it is done online. */
  readonly online?: string;
  /** The fault is that an earlier revision failed; or it is one only if that one leaves alone what is there when it fails. */
  readonly waits?: 'for it' | 'to be told';
  /** What it did is not known. */
  readonly lost?: true;
  /** The earlier one for which it waits, and was taken to compile until this one read. */
  readonly stranded?: Stranded;
}

export interface Recorder {
  record(step: Step, before: Schema): Promise<Recording>;
  /** As `record`, for one who goes on after faults. */
  attempt(step: Step, before: Schema): Promise<Trial>;
  /** What would be at fault if revisions before it that failed left alone what is there. */
  suppose(step: Step, before: Schema): Promise<Supposed>;
  /** As `attempt`, of what has been applied: nothing of it is written. */
  replay(step: Step, before: Schema): Promise<Trial>;
  close(): Promise<void>;
}

interface Recorded {
  readonly recording: Recording;
  readonly refused?: MigratorError | undefined;
}

function writtenLosses({ direction }: Step, before: Schema, changes: readonly Change[]): Pick<Recording, 'losses'> {
  if (direction === 'up') return {};
  const losses = distinct(
    lossesOfAll(
      changes.flatMap(({ operations }) => operations),
      before,
    ),
  );
  return losses.length === 0 ? {} : { losses };
}

/** A script does not tell what came of the clock or of chance, and another one would have another value. */
function frozenRemark({ revision }: Step): Remark {
  const says = 'the clock, chance or the environment may stand in it as a value; compiled again, it may be another one';
  return { says, place: { file: revision.file } };
}

/** Whatever the author's code throws becomes an error with the author's line. */
function asFault(error: unknown, step: Step, own: OwnFiles, hint: string | undefined): unknown {
  const place = placeOfError(error, own) ?? spotOf(error) ?? { file: step.revision.file };
  if (error instanceof MigratorError) return located(error, place);
  if (isOurs(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new MigratorError('revision-threw', `revision ${step.revision.id} threw: ${message}`, {
    place,
    cause: error,
    ...(hint === undefined ? {} : { hint }),
  });
}

const strandedBy = ({ cause }: MigratorError): Stranded | undefined => (cause instanceof Stranded ? cause : undefined);

/** Whether the fault names a revision that does not compile as what may have changed something. */
function isBlamed(unread: readonly Unread[], { message, hint = '' }: MigratorError): boolean {
  const blames = unread.flatMap((one) => (one.uncompiled ? [blameUnread({ ...emptySchema, unread: [one] })!] : []));
  return blames.some((blame) => message.includes(blame) || hint.includes(blame));
}

export function createRecorder(settings: RecorderSettings): Recorder {
  const { dialect, version, own } = settings;
  let isMigration = false;
  const session = createSession({
    dialect,
    version,
    own,
    schema: settings.schema,
    likeKnex: () => isMigration,
    ...(settings.knex === undefined
      ? {}
      : { config: { ...settings.knex.config, tableOptions: settings.tableOptions } }),
  });
  const reader = createReader(dialect, settings.spool, settings.shadow);
  const op = createOp({ ...settings, session, spool: reader.spool });
  /** By revision: what has been recorded and leaves its way back open. */
  const done = new Map<string, Deeds>();
  const deedIn = (step: Step, exported: Exported): Deed =>
    step.revision.migration === undefined
      ? readRevision(step, exported)
      : readMigration(step, exported, settings.knex?.transactions !== false);
  /** What it does to the schema nobody can tell but its author. */
  const leaveOnline = (step: Step, before: Schema, { onlineOnly = '', rowsOnly }: Said): Recorded => {
    const place = { file: step.revision.file };
    const lost: Unread = { sql: '', place, online: true, ...(rowsOnly ? { rowsOnly } : {}) };
    const known = rowsOnly ? before : blankSchema(dialect);
    const after = { ...known, unread: [...before.unread, lost] };
    return { recording: { step, before, changes: [], after, onlineOnly } };
  };
  const goOf = ({ run, outside: apart }: Deed) =>
    apart ? () => session.outside(undefined, () => run(op)) : () => run(op);
  const outsideOf = ({ revision }: Step): Said => settings.said?.(revision.id) ?? nothingSaid;
  /** `refused`: what it did is known, and must not be written like that. */
  const record = async (step: Step, before: Schema, replayed: boolean): Promise<Recorded> => {
    try {
      isMigration = step.revision.migration !== undefined;
      const outside = outsideOf(step);
      if (outside.onlineOnly !== undefined) return leaveOnline(step, before, outside);
      const exported = await settings.load(step.revision);
      const all = saidOf(step, exported, outside);
      if (all.onlineOnly !== undefined) return leaveOnline(step, before, all);
      const { acceptsReads: accepts, answers: said, dataLoss } = all;
      const answers = said.length === 0 ? noAnswers : answersOf(said, step, dialect.name);
      const did = step.direction === 'down' && leavesItOpen(exported) ? done.get(step.revision.id) : undefined;
      if (did !== undefined) {
        answers.refuseUnasked();
        const derived = await derive(step, before, did, session, dialect);
        reader.follow(step, derived.changes);
        return { recording: derived };
      }
      const deed = deedIn(step, exported);
      const { code } = deed;
      const go = goOf(deed);
      const {
        reads,
        remarks: told,
        refused,
        ...rest
      } = await reader.run(session, {
        step,
        before,
        go,
        code,
        source: () => settings.source(step.revision),
        accepts,
        answers,
        replayed,
      });
      const remarks = isMigration && !isPureText(code) ? [...told, frozenRemark(step)] : told;
      const asked = { ...(reads.length === 0 ? {} : { reads }), ...(remarks.length === 0 ? {} : { remarks }) };
      const changes =
        dataLoss === undefined || step.direction === 'down'
          ? rest.changes
          : acceptLosses(rest.changes, before, dataLoss, dialect);
      const recording = { step, before, ...rest, changes, ...asked, ...writtenLosses(step, before, changes) };
      if (step.direction === 'up' && leavesItOpen(exported)) done.set(step.revision.id, deedsOf(recording));
      return { recording, refused };
    } catch (error) {
      throw asFault(error, step, own, meantBy(error, op, session.knex));
    }
  };
  const attempt = async (step: Step, before: Schema, replayed: boolean): Promise<Trial> => {
    try {
      const { recording, refused } = await record(step, before, replayed);
      const { after, onlineOnly, preconditions } = replayed ? recording : withPreconditions(recording, dialect);
      return {
        step,
        after,
        ...(preconditions === undefined ? {} : { preconditions }),
        ...(onlineOnly === undefined ? {} : { online: onlineOnly }),
        ...(refused === undefined ? {} : { fault: refused }),
      };
    } catch (fault) {
      if (!(fault instanceof MigratorError)) throw fault;
      const lost: Unread = { sql: '', place: { file: step.revision.file }, uncompiled: true };
      // a way back keeps nobody from going forth
      const stranded = step.direction === 'up' ? strandedBy(fault) : undefined;
      const waits = stranded !== undefined || isBlamed(before.unread, fault) ? { waits: 'for it' as const } : {};
      return {
        step,
        fault,
        lost: true,
        ...waits,
        ...(stranded === undefined ? {} : { stranded }),
        after: { ...blankSchema(dialect), unread: [...before.unread, lost] },
      };
    }
  };
  return {
    async record(step, before) {
      try {
        const { recording, refused } = await record(step, before, false);
        if (refused !== undefined) throw refused;
        return withPreconditions(recording, dialect);
      } catch (error) {
        throw (error instanceof MigratorError && strandedBy(error)?.fault) || error;
      }
    },
    attempt: (step, before) => attempt(step, before, false),
    replay: (step, before) => attempt(step, before, true),
    async suppose(step, before) {
      const load = async () => goOf(deedIn(step, await settings.load(step.revision)));
      return suppose(session, before, step.revision.file, load, (error) => asFault(error, step, own, undefined));
    },
    close: () => reader.close(),
  };
}
