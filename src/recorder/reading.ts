/** Runs a revision; one that needs answers is run again with a shadow that has them, and what it read is followed. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import { blameUnread, type Schema } from '../schema/schema.ts';
import type { Answer } from '../shadow/shadow.ts';
import { isRisk, type Risk, refuseReads } from './acceptance.ts';
import { changeSign, signOf } from './compare.ts';
import { refuseHeededCounts } from './counting.ts';
import { createFollower, type Follower, type OpenShadow } from './follower.ts';
import type { Question } from './question.ts';
import type { Change, Read, Remark } from './recording.ts';
import type { Ran, Session } from './session.ts';
import type { Spool } from './spool.ts';
import { copyOfAnswer } from './tell-tale.ts';
import { type Exchange, type Run, type Traced, trace } from './trace.ts';
import { createWrites } from './writes.ts';

/** How one revision is run. */
export interface Reading {
  readonly step: Step;
  readonly before: Schema;
  go(): unknown;
  /** What the author wrote of it. */
  readonly code: string;
  /** Why what is read may reach statements, where the author says so. */
  readonly accepts: string | undefined;
  /** Nothing of it is written: what it reads is answered, not followed. */
  readonly replayed: boolean;
}

export interface Heard {
  readonly changes: readonly Change[];
  readonly after: Schema;
  readonly reads: readonly Read[];
  readonly remarks: readonly Remark[];
}

export interface Reader {
  run(session: Session, reading: Reading): Promise<Heard>;
  /** What was recorded without being run here. */
  follow(changes: readonly Change[]): void;
  /** Keeps nothing of what is run only to be compared. */
  readonly spool: Spool;
  close(): Promise<void>;
}

const isRead = (one: Read | Question): one is Read => 'asked' in one;

/** Once more, with the reason why the shadow is no help. */
function stillNeedsData(fault: MigratorError, because: string, hint: string | undefined): MigratorError {
  return new MigratorError(fault.code, `${fault.message}; ${because}`, {
    hint: [fault.hint, hint].filter((words) => words !== undefined).join(' '),
    cause: fault,
    ...(fault.place === undefined ? {} : { place: fault.place }),
  });
}

function shorten(text: string, most: number): string {
  const line = [...text.trim().replace(/\s+/g, ' ')];
  return line.length <= most ? line.join('') : `${line.slice(0, most - 3).join('')}...`;
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
  const { question } = exchange;
  return {
    asked: shorten(`${question.sql}${question.tail ?? ''}`, 200),
    answer: answerText(exchange),
    source: 'shadow',
    kind,
    reaches,
    ...(decides ? { decides } : {}),
    ...(question.place === undefined ? {} : { place: question.place }),
  };
}

/** `open` undefined: there is no shadow, and nobody answers. */
export function createReader(dialect: Dialect, spool: Spool, open: OpenShadow | undefined): Reader {
  const writes = createWrites(dialect.formatter);
  const follower: Follower | undefined = open && createFollower(open, writes);
  let comparing = false;

  const attend = async (fault: MigratorError, before: Schema, shadow: Follower) => {
    const uncompiled = before.unread.filter((one) => one.uncompiled);
    const blame = blameUnread({ ...before, unread: uncompiled });
    if (blame !== undefined) throw stillNeedsData(fault, `the shadow cannot tell, because ${blame}`, undefined);
    try {
      return await shadow.attend();
    } catch (error) {
      if (!(error instanceof MigratorError)) throw error;
      const { file, line } = error.place ?? {};
      const where = file === undefined ? '' : ` (${line === undefined ? file : `${file}:${line}`})`;
      throw stillNeedsData(fault, `${error.message}${where}`, error.hint);
    }
  };
  const rerunning = async <T>(
    session: Session,
    { before, step, go }: Reading,
    compareRuns: (run: Run) => Promise<T>,
  ) => {
    comparing = true;
    try {
      return await compareRuns(async (respondent) => {
        let whole = true;
        try {
          await session.run(before, step.revision.file, go, respondent);
        } catch {
          whole = false;
        }
        return { signs: session.changes.map(changeSign), whole };
      });
    } finally {
      comparing = false;
    }
  };
  const tracesOf = async (
    session: Session,
    reading: Reading,
    changes: readonly Change[],
    exchanges: readonly Exchange[],
    traced: readonly number[],
  ): Promise<ReadonlyMap<number, Traced>> => {
    if (traced.length === 0) return new Map();
    return rerunning(session, reading, (run) =>
      trace({ dialect, writes, exchanges, signs: changes.map(changeSign), traced, run }),
    );
  };
  const followed = async (
    session: Session,
    reading: Reading,
    { changes, after, reads, remarks }: Ran,
    exchanges: readonly Exchange[],
    looked: ReadonlySet<Question>,
  ): Promise<Heard> => {
    if (reading.replayed) return { changes, after, remarks, reads: [] };
    const traced = exchanges.flatMap(({ question }, at) =>
      question.kind === 'read' || looked.has(question) ? [at] : [],
    );
    const traces = await tracesOf(session, reading, changes, exchanges, traced);
    const found = new Map<Question, Risk>();
    for (const [at, one] of traces) {
      const { question } = exchanges[at]!;
      found.set(question, { question, read: readOf(exchanges[at]!, one), traced: one });
    }
    const { accepts } = reading;
    const risks = [...found.values()].filter(({ read }) => isRisk(read));
    const fault = accepts === undefined ? refuseReads(reading.step, risks, changes) : undefined;
    if (fault !== undefined) throw fault;
    const told = (one: Question): readonly Read[] => {
      const { read } = found.get(one) ?? {};
      if (read === undefined || (one.kind !== 'read' && read.reaches.length === 0 && !read.decides)) return [];
      return accepts === undefined || !isRisk(read) ? [read] : [{ ...read, accepted: accepts }];
    };
    return { changes, after, remarks, reads: reads.flatMap((one) => (isRead(one) ? [one] : told(one))) };
  };
  const asked = async (session: Session, reading: Reading, fault: MigratorError, shadow: Follower): Promise<Heard> => {
    const { before, step, go } = reading;
    const attendance = await attend(fault, before, shadow);
    const exchanges: Exchange[] = [];
    const looked = new Set<Question>();
    const answer = async (question: Question, changes: readonly Change[], count: number): Promise<Answer> => {
      const came = await (question.kind === 'read'
        ? attendance.ask(question.sql, changes, count)
        : attendance.run(changes, count, question.tail));
      exchanges.push({ question, answer: came });
      return copyOfAnswer(came);
    };
    try {
      const ran = await session.run(before, step.revision.file, go, {
        reads: true,
        answer,
        looked: (question) => void looked.add(question),
      });
      const heard = await followed(session, reading, ran, exchanges, looked);
      attendance.keep(heard.changes);
      return heard;
    } catch (error) {
      await attendance.drop();
      throw error;
    }
  };
  return {
    spool: { keep: (text) => (comparing ? signOf(text) : spool.keep(text)), dispose: () => spool.dispose() },
    follow: (changes) => follower?.follow(changes),
    close: async () => follower?.close(),
    async run(session, reading) {
      try {
        const ran = await session.run(reading.before, reading.step.revision.file, reading.go);
        const { changes, reads } = ran;
        await rerunning(session, reading, (run) => refuseHeededCounts(changes, reading.code, run));
        follower?.follow(changes);
        return { ...ran, reads: reads.filter(isRead) };
      } catch (error) {
        if (follower === undefined || !(error instanceof MigratorError) || error.code !== 'needs-data') throw error;
        return await asked(session, reading, error, follower);
      }
    },
  };
}
