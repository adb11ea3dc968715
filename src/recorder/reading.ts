/** Runs a revision; one that needs answers is run again with a shadow that has them, and what it read is followed. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError, showPlace } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import { blameUnread, type Schema } from '../schema/schema.ts';
import { isRisk, type Risk, refuseReads } from './acceptance.ts';
import { shorten } from './answer.ts';
import { type Answers, noAnswers } from './answers.ts';
import { createApplied } from './applied.ts';
import { changeSign, signOf } from './compare.ts';
import { refuseHeededCounts } from './counting.ts';
import type { Exchange } from './exchange.ts';
import { type Attendance, createFollower, type Follower, type OpenShadow, Stranded } from './follower.ts';
import type { Compiled } from './knex-shapes.ts';
import { type Left, leaveToDatabase } from './left.ts';
import type { Question } from './question.ts';
import type { Change, Read, Remark } from './recording.ts';
import { rowDeeds } from './row-deeds.ts';
import type { Ran, Respondent, Session } from './session.ts';
import type { Spool } from './spool.ts';
import { createStandstill, type Standstill } from './standstill.ts';
import { copyOfAnswer } from './tell-tale.ts';
import { type Asking, type Run, type Traced, trace } from './trace.ts';
import { createWrites } from './writes.ts';

/** How one revision is run. */
export interface Reading {
  readonly step: Step;
  readonly before: Schema;
  go(): unknown;
  /** What the author wrote of it. */
  readonly code: string;
  /** The text of its file, where it has one. */
  source(): string | undefined;
  /** Why what is read may reach statements, where the author says so. */
  readonly accepts: string | undefined;
  /** What the author says that a database would answer. */
  readonly answers: Answers;
  /** Nothing of it is written: what it reads is answered, not followed. */
  readonly replayed: boolean;
}

/** Its runs repeat the clock and the chance of the first. */
interface Running extends Reading {
  readonly still: Standstill;
}

export interface Heard {
  readonly changes: readonly Change[];
  readonly after: Schema;
  readonly reads: readonly Read[];
  /** What it did is known, and it must not be written like that. */
  readonly refused?: MigratorError;
  readonly remarks: readonly Remark[];
  /** What was done on the shadow, where something else stands for a part of it. */
  readonly done?: readonly Change[];
}

export interface Reader {
  run(session: Session, reading: Reading): Promise<Heard>;
  /** What was recorded without being run here. */
  follow(step: Step, changes: readonly Change[]): void;
  /** Keeps nothing of what is run only to be compared. */
  readonly spool: Spool;
  close(): Promise<void>;
}

/** The same respondent, after the author. */
function declaring(other: Respondent, answers: Answers): Respondent {
  return { ...other, answer: async (question, ...rest) => answers.to(question) ?? other.answer(question, ...rest) };
}

const isRead = (one: Read | Question): one is Read => 'asked' in one;

/** Once more, with the reason why the shadow is no help. */
function stillNeedsData(fault: MigratorError, because: string, hint?: string, cause: unknown = fault): MigratorError {
  return new MigratorError(fault.code, `${fault.message}; ${because}`, {
    hint: [fault.hint, hint].filter((words) => words !== undefined).join(' '),
    cause,
    ...(fault.place === undefined ? {} : { place: fault.place }),
  });
}

function answerText({ question, answer: { rows, count, insertId } }: Exchange): string {
  const number = (n: number): string => `${n} row${n === 1 ? '' : 's'}`;
  if (rows.length > 0) {
    const first = JSON.stringify(rows[0], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    return `${number(rows.length)}, ${rows.length === 1 ? '' : 'first '}${shorten(first, 120)}`;
  }
  if (question.kind === 'read') return 'no row';
  return insertId === undefined ? `${number(count)} touched` : `id ${insertId}`;
}

function readOf(exchange: Exchange, { kind, reaches, decides }: Traced): Read {
  const { question, declared } = exchange;
  return {
    asked: question.called ?? shorten(`${question.sql}${question.tail ?? ''}`, 200),
    answer: answerText(exchange),
    ...(declared ? ({ source: 'declared', kind: 'declared' } as const) : ({ source: 'shadow', kind } as const)),
    reaches,
    ...(decides ? { decides } : {}),
    ...(question.place === undefined ? {} : { place: question.place }),
  };
}

/** The reads of a run whose changes have moved. */
function readsOf({ reads, to }: Left, told: (one: Question) => readonly Read[]) {
  const own = new Map(reads.map(({ question, read }) => [question, read]));
  return (one: Read | Question): readonly Read[] => {
    if (isRead(one)) return [one];
    const mine = own.get(one);
    if (mine !== undefined) return [mine];
    return told(one).map((read) => ({ ...read, reaches: [...new Set(read.reaches.map(to))] }));
  };
}

/** Nobody can tell what it reaches. */
function untold(changes: readonly Change[]): Traced {
  const reaches = changes.map((_, at) => at);
  return { kind: 'production rows', reaches, decides: true, repeats: false, carries: true, asks: true };
}

/** `open` undefined: there is no shadow, and nobody answers. */
export function createReader(dialect: Dialect, spool: Spool, open: OpenShadow | undefined): Reader {
  const writes = createWrites(dialect.formatter);
  const applied = createApplied(writes);
  const follower: Follower | undefined = open && createFollower(open, writes);
  let comparing = false;

  const attend = async (fault: MigratorError, { before, step }: Reading, shadow: Follower) => {
    const unknown = before.unread.findLast((one) => one.uncompiled || one.online);
    const blame = unknown?.rowsOnly
      ? `${unknown.place?.file} writes rows, and is applied online`
      : unknown && blameUnread({ ...before, unread: [unknown] });
    if (blame !== undefined) throw stillNeedsData(fault, `the shadow cannot tell, because ${blame}`);
    try {
      return await shadow.attend(step, fault.place);
    } catch (error) {
      if (error instanceof Stranded) {
        const { message, place } = error.fault;
        const where = place === undefined ? '' : ` (${showPlace(place)})`;
        throw stillNeedsData(fault, `${message}${where}`, undefined, error);
      }
      if (!(error instanceof MigratorError)) throw error;
      throw stillNeedsData(fault, error.message, error.hint);
    }
  };
  const rerunning = async <T>(
    session: Session,
    { before, step, go, still }: Running,
    compareRuns: (run: Run) => Promise<T>,
  ) => {
    comparing = true;
    try {
      return await compareRuns(async (respondent) => {
        const compiled = new Map<number, Compiled>();
        const worded = (change: number, one: Compiled) => void compiled.set(change, one);
        const done = () => ({
          signs: session.changes.map(changeSign),
          deeds: session.changes.map((_, at) => rowDeeds(compiled.get(at) ?? { sql: '' })),
        });
        try {
          await still.run(true, () => session.run(before, step.revision.file, go, { ...respondent, worded }));
          return { ...done(), whole: true };
        } catch (error) {
          const unspelled = error instanceof MigratorError && error.code === 'unrepresentable';
          return { ...done(), whole: false, ...(unspelled ? { unspelled } : {}) };
        }
      });
    } finally {
      comparing = false;
    }
  };
  const tracesOf = async (
    session: Session,
    reading: Running,
    changes: readonly Change[],
    exchanges: readonly Exchange[],
    traced: readonly number[],
    asking: Asking,
  ): Promise<ReadonlyMap<number, Traced>> => {
    if (traced.length === 0) return new Map();
    try {
      return await rerunning(session, reading, (run) =>
        trace({ dialect, writes, applied, code: reading.code, exchanges, changes, traced, asking, run }),
      );
    } catch (error) {
      const accepted = reading.accepts !== undefined && error instanceof MigratorError && error.code === 'unrepeatable';
      if (!accepted) throw error;
      return new Map(traced.map((at) => [at, untold(changes)]));
    }
  };
  const followed = async (
    session: Session,
    reading: Running,
    { changes, after, reads, remarks }: Ran,
    exchanges: readonly Exchange[],
    looked: ReadonlySet<Question>,
    asking: Asking,
    attendance: Attendance | undefined,
  ): Promise<Heard> => {
    if (reading.replayed) return { changes, after, remarks, reads: [] };
    const traced = exchanges.flatMap(({ question }, at) =>
      question.kind === 'read' || looked.has(question) ? [at] : [],
    );
    const traces = await tracesOf(session, reading, changes, exchanges, traced, asking);
    const found = new Map<Question, Risk>();
    for (const [at, one] of traces) {
      const { question } = exchanges[at]!;
      found.set(question, { question, read: readOf(exchanges[at]!, one), traced: one });
    }
    const { accepts } = reading;
    let risks: readonly Risk[] = [...found.values()].filter(({ read }) => isRisk(read));
    const told = (one: Question): readonly Read[] => {
      const { read } = found.get(one) ?? {};
      if (read === undefined || (one.kind !== 'read' && read.reaches.length === 0 && !read.decides)) return [];
      return accepts === undefined || !isRisk(read) ? [read] : [{ ...read, accepted: accepts }];
    };
    if (accepts === undefined && risks.length > 0 && attendance !== undefined) {
      const left = await rerunning(session, reading, (run) =>
        leaveToDatabase({ dialect, source: reading.source(), changes, exchanges, asking, run, attendance }, risks),
      );
      if ('changes' in left) {
        const moved = readsOf(left, told);
        return { changes: left.changes, done: changes, after, remarks, reads: reads.flatMap(moved) };
      }
      risks = left;
    }
    const refused = accepts === undefined ? refuseReads(reading.step, risks, changes, dialect) : undefined;
    return {
      changes,
      after,
      remarks,
      reads: reads.flatMap((one) => (isRead(one) ? [one] : told(one))),
      ...(refused === undefined ? {} : { refused }),
    };
  };
  /** Runs it with what the author has declared, and with what a shadow answers, if there is one. */
  const answered = async (session: Session, reading: Running, attendance?: Attendance): Promise<Heard> => {
    const { before, step, go, answers, code, still } = reading;
    const exchanges: Exchange[] = [];
    const looked = new Set<Question>();
    const asking: Asking = {
      reads: attendance !== undefined,
      ...(answers === noAnswers ? {} : { declares: answers.has }),
    };
    const answer: Respondent['answer'] = async (question, changes, count) => {
      const given = answers.to(question);
      if (given === undefined && attendance === undefined) return undefined;
      const came =
        given ??
        (await (question.kind === 'read'
          ? attendance!.ask(question.sql, changes, count)
          : attendance!.run(changes, count, question.tail)));
      exchanges.push({ question, answer: came, before: count, ...(given === undefined ? {} : { declared: true }) });
      return copyOfAnswer(came);
    };
    const respondent: Respondent = { ...asking, answer, looked: (question) => void looked.add(question) };
    const ran = await still.run(false, () => session.run(before, step.revision.file, go, respondent));
    if (attendance === undefined) {
      const counting =
        (run: Run): Run =>
        (other) =>
          run({ ...declaring(other, answers), ...asking });
      await rerunning(session, reading, (run) => refuseHeededCounts(ran.changes, code, counting(run)));
    }
    if (!reading.replayed) answers.refuseUnasked();
    return followed(session, reading, ran, exchanges, looked, asking, attendance);
  };
  const withShadow = async (
    session: Session,
    reading: Running,
    fault: MigratorError,
    shadow: Follower,
  ): Promise<Heard> => {
    const attendance = await attend(fault, reading, shadow);
    try {
      const heard = await answered(session, reading, attendance);
      attendance.keep(heard.done ?? heard.changes);
      return heard;
    } catch (error) {
      await attendance.drop();
      throw error;
    }
  };
  /** Nobody is asked. */
  const alone = async (session: Session, reading: Running): Promise<Heard> => {
    const ran = await session.run(reading.before, reading.step.revision.file, reading.go);
    await rerunning(session, reading, (run) => refuseHeededCounts(ran.changes, reading.code, run));
    return { ...ran, reads: ran.reads.filter(isRead) };
  };
  const heardOf = async (session: Session, reading: Running): Promise<Heard> => {
    try {
      const heard = await (reading.answers === noAnswers ? alone : answered)(session, reading);
      follower?.follow(reading.step, heard.changes);
      return heard;
    } catch (error) {
      if (follower === undefined || !(error instanceof MigratorError) || error.code !== 'needs-data') throw error;
      return await withShadow(session, reading, error, follower);
    }
  };
  return {
    spool: { keep: (text) => (comparing ? signOf(text) : spool.keep(text)), dispose: () => spool.dispose() },
    follow: (step, changes) => follower?.follow(step, changes),
    close: async () => follower?.close(),
    async run(session, given) {
      const reading: Running = { ...given, still: createStandstill() };
      if (reading.replayed) applied.begins();
      const heard = await heardOf(session, reading);
      if (!reading.replayed) applied.note(heard.changes);
      return heard;
    },
  };
}
