/** Reads that need nobody's acceptance, because the statements that they reach ask the database themselves when the script runs. */

import type { Dialect } from '../dialect/dialect.ts';
import { alike, type Risk } from './acceptance.ts';
import type { Exchange } from './exchange.ts';
import type { Attendance } from './follower.ts';
import { Hindrance } from './hindrance.ts';
import { type InsertedRow, insertedRow } from './inserted-row.ts';
import { traitsOf } from './question.ts';
import type { Change, Read } from './recording.ts';
import { type Rewritten, rewrite } from './rewrite.ts';
import type { RunWith } from './row-plan.ts';
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
async function asRead(exchange: Exchange, risks: readonly Risk[], leaving: Leaving): Promise<InsertedRow> {
  const { question, answer, before } = exchange;
  if (question.kind === 'read') return { exchange, answering: (rows) => ({ ...answer, rows, count: rows.length }) };
  if (question.kind === 'change') throw new Hindrance('JavaScript looks at how many rows were touched');
  const made = before - 1;
  if (risks.some(({ read }) => read.reaches.includes(made)))
    throw new Hindrance('the inserted row itself holds what was read before');
  const { deeds } = await leaving.run(replaying(leaving.exchanges, new Map(), new Set(), leaving.asking));
  return insertedRow(exchange, deeds[made], leaving.dialect);
}

async function madeOf(
  { question: asked, traced }: Risk,
  risks: readonly Risk[],
  leaving: Leaving,
): Promise<readonly Made[]> {
  const { exchanges, changes, source, asking, dialect, run } = leaving;
  if (traced.asks) throw new Hindrance('another read hangs on it');
  const at = exchanges.findIndex(({ question }) => question === asked);
  const given = exchanges[at]!;
  const read = await asRead(given, risks, leaving);
  const runWith: RunWith = (rows) =>
    run(replaying(exchanges, new Map([[at, read.answering(rows)]]), new Set(), asking));
  const { exchange } = read;
  const { question } = exchange;
  const traits = traitsOf(question, dialect);
  const own = exchange !== given;
  const made: Made[] = [];
  for (const one of await rewrite({ exchange, traits, own, source, changes, run: runWith })) {
    const change = setBased(one, question, traits, dialect);
    if (!(await isTaken(change, leaving))) throw new Hindrance('the engine does not take the statement');
    made.push({ ...one, change });
  }
  return made;
}

type Outcome = readonly [Risk, readonly Made[] | Hindrance];

/** What hinders one of those that are alike hinders them all. */
async function outcomesOf(
  some: readonly Risk[],
  risks: readonly Risk[],
  leaving: Leaving,
): Promise<readonly Outcome[]> {
  const found: Outcome[] = [];
  try {
    for (const risk of some) found.push([risk, await madeOf(risk, risks, leaving)]);
    return found;
  } catch (error) {
    if (!(error instanceof Hindrance)) throw error;
    return some.map((risk) => [risk, error]);
  }
}

/** All of them or none; the same risks, each with what hinders it, where it is none. */
export async function leaveToDatabase(leaving: Leaving, risks: readonly Risk[]): Promise<Left | readonly Risk[]> {
  const found: Outcome[] = [];
  for (const some of alike(risks, leaving.dialect)) found.push(...(await outcomesOf(some, risks, leaving)));
  const made = found.flatMap(([risk, mine]) => (mine instanceof Hindrance ? [] : [{ risk, mine }]));
  const isWhole = made.length === found.length;
  const changes = made.flatMap(({ mine }) => mine);
  const moved = isWhole ? inPlace(leaving.changes, changes) : undefined;
  if (moved === undefined) {
    const other = isWhole ? 'another read goes into the same statement' : 'another read beside it is not';
    return found.map(([risk, mine]) => ({ ...risk, hindered: mine instanceof Hindrance ? mine.message : other }));
  }
  const reads = made.map(({ risk, mine }) => {
    const { decides: _, ...read } = risk.read;
    const reaches = mine.map(({ change }) => moved.changes.indexOf(change));
    return { question: risk.question, read: { ...read, reaches, left: true as const } };
  });
  return { ...moved, reads };
}
