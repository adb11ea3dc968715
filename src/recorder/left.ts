/** Reads that need nobody's acceptance, because the statements that they reach ask the database themselves when the script runs. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Risk } from './acceptance.ts';
import type { Exchange } from './exchange.ts';
import type { Attendance } from './follower.ts';
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

async function madeOf(risk: Risk, leaving: Leaving): Promise<readonly Made[] | undefined> {
  const { exchanges, changes, source = '', asking, dialect, run } = leaving;
  const { question, traced } = risk;
  const at = exchanges.findIndex((one) => one.question === question);
  const exchange = exchanges[at];
  if (exchange === undefined || exchange.declared || traced.asks) return undefined;
  const runWith: RunWith = (rows) => {
    const answer = { ...exchange.answer, rows, count: rows.length };
    return run(replaying(exchanges, new Map([[at, answer]]), new Set(), asking));
  };
  const traits = traitsOf(question, dialect);
  const rewritten = await rewrite({ exchange, traits, source, changes, run: runWith });
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
    const mine = await madeOf(risk, leaving);
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
