/** Reads that need nobody's acceptance, because the statements that they reach ask the database themselves when the script runs. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Risk } from './acceptance.ts';
import type { Exchange } from './exchange.ts';
import type { Attendance } from './follower.ts';
import { type InsertedRow, insertedRow } from './inserted-row.ts';
import { isSelfContained } from './probes.ts';
import { traitsOf } from './question.ts';
import type { Change, Read } from './recording.ts';
import { type Rewritten, type RunWith, rewrite } from './rewrite.ts';
import { inPlace, setBased } from './set-based.ts';
import { textOf } from './spool.ts';
import { type Asking, type Run, replaying } from './trace.ts';

export interface Leaving {
  readonly dialect: Dialect;
  /** The text of the revision's file, where it has one. */
  readonly source: string | undefined;
  readonly changes: readonly Change[];
  readonly exchanges: readonly Exchange[];
  readonly asking: Asking;
  readonly run: Run;
  readonly attendance: Attendance;
}

export interface Left {
  readonly changes: readonly Change[];
  /** What they reach is among the new changes. */
  readonly reads: readonly { readonly question: Risk['question']; readonly read: Read }[];
  /** The new number of an old change. */
  to(change: number): number;
}

interface Made extends Rewritten {
  readonly change: Change;
}

/** Whether the engine takes the statements, which it only looks at. */
async function isTaken(change: Change, { attendance, changes }: Leaving): Promise<boolean> {
  try {
    for (const { statement } of change.statements)
      await attendance.ask(`EXPLAIN ${textOf(statement.sql)}`, changes, changes.length);
    return true;
  } catch {
    return false;
  }
}

/** The exchange as a read, which an insert is where it says itself which row it has made. */
async function asRead(exchange: Exchange, risks: readonly Risk[], leaving: Leaving): Promise<InsertedRow | undefined> {
  const { question, answer, before } = exchange;
  if (question.kind === 'read') return { exchange, answering: (rows) => ({ ...answer, rows, count: rows.length }) };
  const made = before - 1;
  if (question.kind !== 'insert' || risks.some(({ read }) => read.reaches.includes(made))) return undefined;
  const { deeds } = await leaving.run(replaying(leaving.exchanges, new Map(), new Set(), leaving.asking));
  return insertedRow(exchange, deeds[made], leaving.dialect);
}

async function madeOf(risk: Risk, risks: readonly Risk[], leaving: Leaving): Promise<readonly Made[] | undefined> {
  const { exchanges, changes, source = '', asking, dialect, run } = leaving;
  const { traced } = risk;
  const at = exchanges.findIndex((one) => one.question === risk.question);
  const given = exchanges[at];
  if (given === undefined || given.declared || traced.asks) return undefined;
  const read = await asRead(given, risks, leaving);
  if (read === undefined) return undefined;
  const runWith: RunWith = (rows) =>
    run(replaying(exchanges, new Map([[at, read.answering(rows)]]), new Set(), asking));
  const { exchange } = read;
  const { question } = exchange;
  const traits = traitsOf(question, dialect);
  const own = exchange !== given;
  const rewritten = await rewrite({ exchange, traits, own, source, changes, run: runWith });
  const made: Made[] = [];
  for (const one of rewritten ?? []) {
    const change = setBased(one, question, traits, dialect);
    if (change === undefined || !(await isTaken(change, leaving))) return undefined;
    made.push({ ...one, change });
  }
  return made.length === 0 ? undefined : made;
}

/** All of them or none. */
export async function leaveToDatabase(leaving: Leaving, risks: readonly Risk[]): Promise<Left | undefined> {
  if (leaving.source === undefined || !isSelfContained(leaving.source)) return undefined;
  const made = new Map<Risk, readonly Made[]>();
  for (const risk of risks) {
    const mine = await madeOf(risk, risks, leaving);
    if (mine === undefined) return undefined;
    made.set(risk, mine);
  }
  const moved = inPlace(leaving.changes, [...made.values()].flat());
  if (moved === undefined) return undefined;
  const reads = [...made].map(
    ([
      {
        question,
        read: { decides: _, ...read },
      },
      mine,
    ]) => {
      const reaches = mine.map(({ change }) => moved.changes.indexOf(change));
      return { question, read: { ...read, reaches, left: true as const } };
    },
  );
  return { ...moved, reads };
}
