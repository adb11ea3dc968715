/** Brings the shadow to where the history stands, when a read first needs it and again before each later one. */

import type { Statement } from '../dialect/statement.ts';
import { MigratorError, type Place, showPlace } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import type { Answer, Shadow } from '../shadow/shadow.ts';
import type { Change } from './recording.ts';
import { textOf } from './spool.ts';
import type { Writes } from './writes.ts';

export type OpenShadow = () => Promise<Shadow>;

export interface Follower {
  /** What a step did that has been recorded: the history goes on after it. */
  follow(step: Step, changes: readonly Change[]): void;
  /** The shadow of the history so far, for a run of a step that asks there. Throws what keeps it from being had. */
  attend(step: Step, asking: Place | undefined): Promise<Attendance>;
  close(): Promise<void>;
}

/** One run of a revision, followed as it goes. */
export interface Attendance {
  /** Runs the first `count` of the run's changes, as far as they have not been run; what the last of them came to. `tail` is added to its statements. */
  run(changes: readonly Change[], count: number, tail?: string): Promise<Answer>;
  /** The same, and then a question. */
  ask(sql: string, changes: readonly Change[], count: number): Promise<Answer>;
  /** The run stands: these are its changes. */
  keep(changes: readonly Change[]): void;
  /** The run is forgotten. */
  drop(): Promise<void>;
}

interface Deed {
  readonly step: Step;
  readonly change: Change;
}

/** The shadow of a history cannot be had, because it refuses what an earlier step did. */
export class Stranded extends Error {
  readonly step: Step;
  readonly fault: MigratorError;

  constructor(step: Step, fault: MigratorError) {
    super(fault.message);
    this.step = step;
    this.fault = fault;
  }
}

const nothing: Answer = { fields: [], rows: [], count: 0 };

const isAnswered = 'What a revision reads is answered there.';

function refused(
  { title }: Shadow,
  error: unknown,
  what: string,
  hint: string,
  place: Place | undefined,
): MigratorError {
  const words = error instanceof Error ? error.message : String(error);
  return new MigratorError('shadow-refused', `the shadow, ${title}, refuses ${what}: ${words}`, {
    hint,
    cause: error,
    ...(place === undefined ? {} : { place }),
  });
}

const shortly = (sql: string): string => {
  const line = sql.trim().replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}...`;
};

async function runStatement(shadow: Shadow, { sql, when }: Statement, tail: string, writes: Writes): Promise<Answer> {
  const text = textOf(sql);
  const holds = when === undefined || (await isTrue(shadow, when.condition));
  const run = holds ? text : when?.otherwise;
  if (run === undefined) return nothing;
  writes.note(run);
  return shadow.send(`${run}${tail}`);
}

async function isTrue(shadow: Shadow, condition: string): Promise<boolean> {
  const { rows } = await shadow.send(`SELECT CASE WHEN ${condition} THEN 1 ELSE 0 END AS holds`);
  return Number(rows[0]?.holds) === 1;
}

/** Several statements of one call came to this together. */
function together(answers: readonly Answer[]): Answer {
  const last = answers.at(-1) ?? nothing;
  if (answers.length < 2) return last;
  return {
    ...last,
    rows: answers.flatMap(({ rows }) => rows),
    count: answers.reduce((sum, { count }) => sum + count, 0),
  };
}

export function createFollower(open: OpenShadow, writes: Writes): Follower {
  const history: Deed[] = [];
  let sent = 0;
  let shadow: Shadow | undefined;
  /** What the shadow could not be told of the history. */
  let gap: Stranded | undefined;

  const runChange = async (to: Shadow, { step, change }: Deed, tail: string, why: string): Promise<Answer> => {
    const answers: Answer[] = [];
    for (const { statement } of change.statements) {
      try {
        answers.push(await runStatement(to, statement, tail, writes));
      } catch (error) {
        const hint = `${why} Mend it where every engine refuses it. Give the shadow an engine that takes it, or express the read in SQL.`;
        const what = `a statement of revision ${step.revision.id} (${shortly(textOf(statement.sql))})`;
        throw refused(to, error, what, hint, change.place);
      }
    }
    return together(answers);
  };
  const catchUp = async ({ revision }: Step, asking: Place | undefined): Promise<Shadow> => {
    if (shadow === undefined) {
      shadow = await open();
      writes.forget();
      [sent, gap] = [0, undefined];
    }
    if (gap !== undefined) throw gap;
    const where = asking === undefined ? '' : ` (${showPlace(asking)})`;
    for (; sent < history.length; sent++) {
      const deed = history[sent]!;
      try {
        await runChange(shadow, deed, '', `What revision ${revision.id} reads${where} made it run there.`);
      } catch (error) {
        if (error instanceof MigratorError) gap = new Stranded(deed.step, error);
        throw gap ?? error;
      }
    }
    return shadow;
  };
  const close = async (): Promise<void> => {
    const old = shadow;
    shadow = undefined;
    await old?.close();
  };
  const follow = (step: Step, changes: readonly Change[]): void => {
    for (const change of changes) history.push({ step, change });
  };
  return {
    follow,
    close,
    async attend(step, asking) {
      const mine = await catchUp(step, asking);
      let ran = 0;
      /** Statements of one session come one after the other. */
      let turn: Promise<unknown> = Promise.resolve();
      const inTurn = <T>(go: () => Promise<T>): Promise<T> => {
        const next = turn.then(go);
        turn = next.catch(() => undefined);
        return next;
      };
      const run = async (changes: readonly Change[], count: number, tail = ''): Promise<Answer> => {
        let answer = nothing;
        while (ran < count) {
          ran += 1;
          answer = await runChange(mine, { step, change: changes[ran - 1]! }, ran === count ? tail : '', isAnswered);
        }
        return answer;
      };
      return {
        run: (changes, count, tail) => inTurn(() => run(changes, count, tail)),
        ask: (sql, changes, count) =>
          inTurn(async () => {
            await run(changes, count);
            try {
              return await mine.send(sql);
            } catch (error) {
              const hint = `${isAnswered} Give the shadow an engine that takes it, have the history make what is read, or express the read in SQL.`;
              throw refused(mine, error, `what is read (${shortly(sql)})`, hint, undefined);
            }
          }),
        keep(changes) {
          follow(step, changes);
          sent += ran;
        },
        // what it did cannot be taken back on every engine
        drop: () => inTurn(() => (ran === 0 ? Promise.resolve() : close())),
      };
    },
  };
}
